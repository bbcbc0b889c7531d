"""News that support sends upwards."""

from django.dispatch import Signal

# Sent inside the transaction, with `person`, `sign`, `why` in plain words, `rule` (the version by which it was
# noticed) and `at`: a person should look in on somebody. Nothing else comes of it.
worth_a_follow_up = Signal()
