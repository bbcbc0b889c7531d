"""What `benchmarks/messaging.py` measures: contestants, where they live, and a client that talks to them."""
