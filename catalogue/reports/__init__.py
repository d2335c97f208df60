"""What a month, a quarter or a year came to: the same values for a message, a table, a paper."""
