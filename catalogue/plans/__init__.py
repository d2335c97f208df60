"""Plans of a month or a school year as they were published, who follows them, and what changed."""
