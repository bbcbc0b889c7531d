"""Tells Django about the caseload app."""

from django.apps import AppConfig


class CaseloadConfig(AppConfig):
    name = "caseload"
