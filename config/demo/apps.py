"""The made-up town as an app of its own, so that nothing of it exists in production."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "config.demo"
    label = "demo"
