"""Tells Django about the networks app."""

from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "networks"

    def ready(self) -> None:
        """Connect the receivers."""
        from networks import (
            receivers,  # noqa: F401
            shelf,  # noqa: F401  The limit of a day and the sweep know of pictures from the beginning.
        )
