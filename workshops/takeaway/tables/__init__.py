"""Excel and CSV: tidy rows, and groups side by side."""
