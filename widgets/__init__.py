"""Touch: what a finger or key can do, as JSON and pixels."""
