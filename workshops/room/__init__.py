"""The participants' server: pages, join, live channel. The only process that opens the database."""
