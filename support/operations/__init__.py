"""Verbs of the work inside a pairing."""
