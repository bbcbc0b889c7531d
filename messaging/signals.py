"""News that messaging sends upwards."""

from django.dispatch import Signal

# Sent after the commit, with `dispatches`: the ids of rows of the outbox that are due now.
outbox_filled = Signal()
