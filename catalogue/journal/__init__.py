"""What staff have done: written once, never changed."""
