"""What stays with a teacher: who was there, for how many hours, and the paper that says so."""
