"""News that safeguarding sends upwards."""

from django.dispatch import Signal

# Sent inside the transaction, with `by`, `person`, `at`.
blocked = Signal()
