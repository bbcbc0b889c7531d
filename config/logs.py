"""What the log says of a request: a failure of ours with all that led to it, anything else in one line."""

import logging

OURS = 500


def traced_only_if_ours(record: logging.LogRecord) -> bool:
    """Django adds a traceback whenever somebody may not open a page, in which nothing went wrong."""
    if getattr(record, "status_code", OURS) < OURS:
        record.exc_info = None
    return True
