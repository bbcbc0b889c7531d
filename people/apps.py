"""The people app, lowest of the house: every other app stands on it."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PeopleConfig(AppConfig):
    name = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Load the state machines of every app, so that whoever draws or checks them has them all."""
        autodiscover_modules("machines")
