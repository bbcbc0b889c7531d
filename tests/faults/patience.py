"""How much longer things may take on a machine that has other things to do."""

import os


def promised(seconds: float) -> float:
    """What is promised in seconds is promised where nobody else waits for the processor."""
    waiting, _, _ = os.getloadavg()
    return seconds * max(1.0, waiting / (os.cpu_count() or 1))
