"""Who is made staff of which centre, who is, and who is let go."""
