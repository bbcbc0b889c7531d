"""Addresses of one's own record, included under record/, and of the tree of areas, under areas/."""

from django.urls import path

from people.views import areas as tree
from people.views import record

urlpatterns = [
    path("", record.my_record, name="my_record"),
    path("details/", record.profile, name="profile"),
    path("consent/", record.give_consent, name="give_consent"),
    path("consent/withdrawal/", record.withdraw_consent, name="withdraw_consent"),
]

areas = [
    path("", tree.areas, name="areas"),
    path("new/", tree.add_area, name="add_area"),
    path("<int:pk>/name/", tree.rename_area, name="rename_area"),
    path("<int:pk>/place/", tree.move_area, name="move_area"),
]
