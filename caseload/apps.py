"""Tells Django about the caseload app."""

from django.apps import AppConfig


class CaseloadConfig(AppConfig):
    name = "caseload"

    def ready(self) -> None:
        """Connect the receivers, and let the page of two people lead to what caseload knows of them."""
        from caseload import receivers  # noqa: F401
        from caseload.queries import beside_two
        from support.beside import put_up

        put_up(beside_two)
