"""Wires everything together: settings, addresses, the server, the look of the pages."""
