"""What staff make of the programme: events begun, changed, copied, taken in and taken out."""
