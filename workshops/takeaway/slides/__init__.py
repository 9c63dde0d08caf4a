"""PowerPoint: what the groups shared as slides with native charts, tables and shapes."""
