"""Support: the work inside a pairing, and what belongs to the two people in it."""
