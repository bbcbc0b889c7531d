"""Tells Django about the caseload app."""

from django.apps import AppConfig


class CaseloadConfig(AppConfig):
    name = "caseload"

    def ready(self) -> None:
        from caseload import receivers  # noqa: F401  Connects what caseload hears from below.
