"""One HTML file that needs no network: contents, search, light and dark."""
