"""Addresses of the work inside a pairing, included at `together/`."""

from django.urls import path

from support import views

urlpatterns = [
    path("<int:pk>/", views.together, name="together"),
]
