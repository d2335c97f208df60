"""Schools: which ways to write one are the same, and in which municipality it is."""
