"""What is one's own: a person's page, and the sheets of one's own group."""
