"""The programme: what is planned for a day, and what runs now."""
