"""The settings of a service that lives by a test's clock."""

from tests.journeys.clock import follow
from tests.journeys.settings import *  # noqa: F403
from tests.journeys.settings import HUEY

# Its jobs are its own: a service beside it, in whose time it is earlier, must not do them.
HUEY["filename"] += "-of-the-year"

follow()
