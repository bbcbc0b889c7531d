"""Tells Django about the messaging app."""

from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "messaging"

    def ready(self) -> None:
        """Connect the receivers."""
        from messaging import receivers  # noqa: F401
