"""Tells Django about the support app."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "support"

    def ready(self) -> None:
        """Connect the receivers."""
        from support import (
            receivers,  # noqa: F401
            shelf,  # noqa: F401  The limit of a day and the sweep know of receipts from the beginning.
        )
