"""A large network: its pages, and its news while many write."""
