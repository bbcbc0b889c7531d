"""The same database, pool, channel layer and sessions as ours, and nothing else of it."""

from config.settings import (
    ALLOWED_HOSTS,
    CHANNEL_LAYERS,
    DATABASES,
    DEBUG,
    DEFAULT_AUTO_FIELD,
    SECRET_KEY,
    TIME_ZONE,
    USE_TZ,
)

__all__ = [
    "ALLOWED_HOSTS",
    "CHANNEL_LAYERS",
    "DATABASES",
    "DEBUG",
    "DEFAULT_AUTO_FIELD",
    "SECRET_KEY",
    "TIME_ZONE",
    "USE_TZ",
]

INSTALLED_APPS = [
    "benchmarks.messengers.plain",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
]
