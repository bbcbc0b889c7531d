"""The inner loops, compiled: arrays in, arrays out, and nothing that knows what they mean."""
