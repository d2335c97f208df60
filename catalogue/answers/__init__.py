"""What is known to be asked, and the answers: of centres, of the law, and those staff approved."""
