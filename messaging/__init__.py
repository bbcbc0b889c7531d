"""Messaging: conversations that lose nothing, the one socket, and the ways out of the building."""
