"""Words that pages of support draw in the same way."""
