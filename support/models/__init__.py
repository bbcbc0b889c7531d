"""Facts of the work inside a pairing."""
