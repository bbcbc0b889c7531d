"""The address of the socket."""

from django.urls import path

from messaging.consumers import Socket

websocket_urlpatterns = [path("ws/", Socket.as_asgi())]
