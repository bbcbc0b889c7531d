"""Networks: communities of people in the same boat, their threads and posts."""
