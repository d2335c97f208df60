"""What those who came say of it: asked of each, kept of nobody."""
