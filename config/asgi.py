"""The application every server runs: pages through Django, the one socket through Channels."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
pages = get_asgi_application()

# Models may be imported only now, after Django is set up.
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from channels.security.websocket import WebsocketDenier  # noqa: E402
from channels.sessions import CookieMiddleware  # noqa: E402
from django.urls import re_path  # noqa: E402

from config.bodies import BoundedBodies  # noqa: E402
from config.origins import only_from_our_pages  # noqa: E402
from messaging.routing import websocket_urlpatterns  # noqa: E402

# An address without a socket is refused; the router alone would end it as an error of ours.
nowhere = re_path("", WebsocketDenier.as_asgi())

application = ProtocolTypeRouter(
    {
        "http": BoundedBodies(pages),
        "websocket": only_from_our_pages(CookieMiddleware(URLRouter([*websocket_urlpatterns, nowhere]))),
    }
)
