"""What was made use of after an event, and the bank of good practice that grows from it."""
