"""Caseloads: the desk of a coordinator, the page about one person, an adviser's own people."""
