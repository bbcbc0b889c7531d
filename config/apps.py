"""Makes config an app of its own, so that its templates, static files and commands are found."""

from django.apps import AppConfig


class ConfigApp(AppConfig):
    """The top of the house: it may import every other app, and none imports it."""

    name = "config"
