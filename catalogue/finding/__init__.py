"""How an event is found: month by month, in words, or in place of one that is off."""
