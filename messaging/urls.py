"""Addresses of messaging, included under messages/."""

from django.urls import path

from messaging import views

urlpatterns = [
    path("", views.conversations, name="conversations"),
    path("<int:pk>/", views.conversation, name="conversation"),
    path("<int:pk>/since/", views.messages_since, name="messages_since"),
    path("<int:pk>/block/<int:person>/", views.block_participant, name="block_participant"),
    path("preferences/", views.preferences, name="preferences"),
    path("preferences/hours/", views.working_hours, name="working_hours"),
    path("message/<int:pk>/report/", views.report_message, name="report_message"),
]
