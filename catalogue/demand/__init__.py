"""What is wanted and is not there: one picture of demand, and those who wait for it together."""
