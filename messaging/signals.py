"""News that messaging sends upwards."""

from django.dispatch import Signal

# Sent after the commit, with `notice`: a mail waits to go out.
notice_written = Signal()
