"""The pages of matching, one module per part of the way."""
