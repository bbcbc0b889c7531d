"""News that safeguarding sends upwards."""

from django.dispatch import Signal

# Sent inside the transaction, with `by`, `person`, `at`.
blocked = Signal()

# Sent inside the transaction, with `measure`, `by` (None where a rule or the time did it) and `at`. The app above whose
# scope it is lets it take effect there, and ends the effect.
measure_taken = Signal()
measure_lifted = Signal()
