"""Pages about people: one's own record, and the tree of areas."""
