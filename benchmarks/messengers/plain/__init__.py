"""Messaging as one would first write it with Django and Channels: the yardstick for what ours must be better than."""
