"""The words people use for what the programme calls otherwise: missed first, then taught."""
