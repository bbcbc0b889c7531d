"""The safeguarding app: under messaging, networks and matching, so that nothing goes round it."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "safeguarding"
    default_auto_field = "django.db.models.BigAutoField"
