"""Bring people who ask together with those who can be alongside them."""
