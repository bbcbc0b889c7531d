"""Addresses of one's own record, included under record/."""

from django.urls import path

from people import views

urlpatterns = [
    path("", views.my_record, name="my_record"),
    path("details/", views.profile, name="profile"),
    path("consent/", views.give_consent, name="give_consent"),
    path("consent/withdrawal/", views.withdraw_consent, name="withdraw_consent"),
]
