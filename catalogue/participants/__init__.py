"""Who takes part in an event, as its staff see them and look after them."""
