"""What people ask about a plan: why not, what would open more, what if, what differs; answered from the solution."""
