"""News that matching sends upwards."""

from django.dispatch import Signal

# Sent after the commit, each with its `job`: a round or a publication waits for the worker.
round_queued = Signal()
publication_queued = Signal()

# Sent after the commit: somebody waits, or a place may have become free.
arrivals_called = Signal()

# Sent inside the transaction in which a pairing begins, with `pairing` and `at`.
pairing_began = Signal()

# Sent inside the transaction in which a handover is undone, with the `pairing` that goes on as if it had never ended,
# `instead_of` which, and `at`.
handover_taken_back = Signal()

# Sent inside the transaction in which a pairing ends, with `pairing`, `by` and `at`.
pairing_ended = Signal()
