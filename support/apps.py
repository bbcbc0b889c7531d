"""Tells Django about the support app."""

from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "support"
