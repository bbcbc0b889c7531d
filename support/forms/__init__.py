"""Input to the work inside a pairing."""
