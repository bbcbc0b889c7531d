"""Addresses of caseloads, included at the root: the desk, and one's own people."""

from django.urls import path

from caseload import views

urlpatterns = [
    path("desk/", views.desk, name="desk"),
    path("desk/people/<int:pk>/", views.member, name="member"),
    path("desk/<slug:slug>/", views.desk_section, name="desk_section"),
    path("desk/pairings/<int:pk>/cover/", views.plan_cover, name="plan_cover"),
    path("covers/<int:pk>/", views.cover, name="cover"),
    path("covers/<int:pk>/end/", views.end_cover, name="end_cover"),
    path("my-people/", views.my_people, name="my_people"),
]
