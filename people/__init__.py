"""People: who they are, what they may do, who looks after whom, and who has read about them."""
