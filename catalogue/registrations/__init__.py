"""A person at an event: the four states, the queue that gives the seats, and what is told."""
