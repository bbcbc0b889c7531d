"""The manual of the socket's protocol, made from the very classes that the code speaks it with.

`manage.py write_protocol` writes it into docs/; a test fails while what is there is stale.
"""
