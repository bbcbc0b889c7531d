"""Safeguarding: concerns, blocks and crisis help. It lies under everything that lets people meet."""
