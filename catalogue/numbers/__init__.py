"""How much is done and for whom: counts in which nobody can be told apart."""
