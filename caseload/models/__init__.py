"""Facts of a caseload: what is noted, followed up, covered and handed over."""
