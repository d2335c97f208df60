"""Questions that people pass on to a coordinator, and the answers."""
