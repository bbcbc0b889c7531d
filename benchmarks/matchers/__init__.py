"""What `benchmarks/matching.py` measures: instances from a seed, the engines, and one cell of the table at a time."""
