"""Addresses of the demo, included under demo/ while DEBUG."""

from django.urls import path

from config.demo import views

urlpatterns = [
    path("", views.demo, name="demo"),
    path("<slug:name>/session/", views.demo_sign_in, name="demo_sign_in"),
]
