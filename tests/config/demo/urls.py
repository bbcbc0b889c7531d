"""All addresses as they are while DEBUG, because Django turns it off for tests."""

from django.urls import include, path

from config.urls import urlpatterns as without_demo

urlpatterns = [*without_demo, path("demo/", include("config.demo.urls"))]
