"""News that the people app sends upwards."""

from django.dispatch import Signal

# Sent inside the transaction, with `person`, `purpose`, `at`.
consent_withdrawn = Signal()
# Sent inside the transaction, with `person` and `at`, when a role ended or they were deactivated.
rights_lost = Signal()
# Sent inside the transaction, with `machine`, its name, when something was made or moved; once for many.
state_changed = Signal()
