"""Heads of schools: who they are, what is planned for their teachers, and what was completed."""
