"""Runs the jobs of every app's tasks.py inside the server, where one machine has no worker of its own."""

from django.utils.module_loading import autodiscover_modules
from huey.consumer import Consumer
from huey.contrib.djhuey import HUEY


class ConsumerInside(Consumer):  # type: ignore[misc]
    """A consumer that lives in threads of the server and leaves the signals to it."""

    def _set_signal_handlers(self) -> None:
        """Do nothing: Ctrl-C belongs to the server, which then stops us."""


def start() -> ConsumerInside:
    """Begin to work through the jobs and the clock's jobs; the caller stops what is returned."""
    autodiscover_modules("tasks")
    consumer = ConsumerInside(HUEY, workers=1, periodic=True, max_delay=1.0)
    consumer.start()
    return consumer


def stop(consumer: ConsumerInside) -> None:
    """Let the job at hand finish, for a few seconds at most."""
    consumer.shutdown_timeout = 5
    consumer.stop(graceful=True)
