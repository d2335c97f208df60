"""What is kept of a person, as they may see it, and how they are forgotten: of every package."""
