"""The application of the plain way: the socket behind the session of Django."""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.messengers.plain.settings"
django.setup()

# Models may be imported only now.
from channels.auth import AuthMiddlewareStack  # noqa: E402

from .consumers import Talk  # noqa: E402

application = AuthMiddlewareStack(Talk.as_asgi())
