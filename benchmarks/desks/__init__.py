"""The desks of a service of many members: how they are built, and what their pages cost."""
