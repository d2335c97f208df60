"""Other engines behind one shape, to measure the search beside."""
