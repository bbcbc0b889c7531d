"""News that safeguarding sends upwards."""

from django.dispatch import Signal

# Sent inside the transaction, with `by`, `person`, `at`.
blocked = Signal()

# Sent inside the transaction, with `person`, `subject`, `body`, `path`, `at`: somebody is to be told, never in private
# words, that something waits for them at `path`. Messaging, which lies above, writes the notice.
to_be_told = Signal()

# Sent inside the transaction, with `measure`, `by` (None where a rule or the time did it) and `at`. The app above whose
# scope it is lets it take effect there, and ends the effect.
measure_taken = Signal()
measure_lifted = Signal()
