"""The centres: their names, their pages, and what stands on their papers."""
