"""Tells Django about the networks app."""

from django.apps import AppConfig


class NetworksConfig(AppConfig):
    name = "networks"
