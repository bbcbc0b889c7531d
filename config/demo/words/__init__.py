"""What the people of the made-up town are called and what they say; words only."""
