"""From people described in words to the pairs that may be: hard rules, soft scores, and the reasons for both."""
