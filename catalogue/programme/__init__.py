"""The programme: events and their meetings, the days they are of, and what has changed."""
