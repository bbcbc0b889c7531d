"""Tells Django about the plain way."""

from django.apps import AppConfig


class PlainConfig(AppConfig):
    name = "benchmarks.messengers.plain"
    label = "plain"
