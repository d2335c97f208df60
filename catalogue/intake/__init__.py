"""What staff take into the programme from a file: looked at first, then taken, and undone whole."""
