"""News that the people app sends upwards."""

from django.dispatch import Signal

# Sent inside the transaction, with `person`, `purpose`, `at`.
consent_withdrawn = Signal()
