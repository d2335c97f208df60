"""What staff give to those who were there: files, links and recordings of an event."""
