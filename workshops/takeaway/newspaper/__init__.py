"""A group's day on one page, of its own words."""
