"""Addresses of caseloads, included at the root: the desk, and one's own people."""

from django.urls import path

from caseload import views

urlpatterns = [
    path("desk/", views.desk, name="desk"),
    path("desk/people/<int:pk>/", views.member, name="member"),
    path("desk/months/", views.indicators, name="indicators"),
    path("desk/lists/", views.work_lists, name="work_lists"),
    path("desk/lists/new/", views.new_work_list, name="new_work_list"),
    path("desk/lists/<int:pk>/", views.work_list, name="work_list"),
    path("desk/lists/<int:pk>/deletion/", views.delete_work_list, name="delete_work_list"),
    path("desk/actions/", views.bulk_actions, name="bulk_actions"),
    path("desk/actions/new/", views.new_bulk_action, name="new_bulk_action"),
    path("desk/actions/<int:pk>/", views.bulk_action, name="bulk_action"),
    path("desk/actions/<int:pk>/undoing/", views.undo_bulk_action, name="undo_bulk_action"),
    path("desk/<slug:slug>/", views.desk_section, name="desk_section"),
    path("desk/pairings/<int:pk>/cover/", views.plan_cover, name="plan_cover"),
    path("covers/<int:pk>/", views.cover, name="cover"),
    path("covers/<int:pk>/end/", views.end_cover, name="end_cover"),
    path("desk/<slug:slug>/on-paper/", views.section_on_paper, name="section_on_paper"),
    path("desk/<slug:slug>.csv", views.section_csv, name="section_csv"),
    path("my-people/", views.my_people, name="my_people"),
    path("my-people/places/", views.my_places, name="my_places"),
    path("my-people/pause/", views.pause_my_places, name="pause_my_places"),
    path("my-people/return/", views.open_my_places, name="open_my_places"),
]
