"""Addresses of caseloads, included at the root: the desk, and one's own people."""

from django.urls import path

from caseload import views

urlpatterns = [
    path("desk/", views.desk, name="desk"),
    path("desk/people/<int:pk>/", views.member, name="member"),
    path("desk/counts/", views.desk_counts, name="desk_counts"),
    path("desk/months/", views.indicators, name="indicators"),
    path("desk/lists/", views.work_lists, name="work_lists"),
    path("desk/lists/new/", views.new_work_list, name="new_work_list"),
    path("desk/lists/<int:pk>/", views.work_list, name="work_list"),
    path("desk/lists/<int:pk>/deletion/", views.delete_work_list, name="delete_work_list"),
    path("desk/actions/", views.bulk_actions, name="bulk_actions"),
    path("desk/actions/new/", views.new_bulk_action, name="new_bulk_action"),
    path("desk/actions/<int:pk>/", views.bulk_action, name="bulk_action"),
    path("desk/actions/<int:pk>/undoing/", views.undo_bulk_action, name="undo_bulk_action"),
    # Notes
    path("desk/people/<int:pk>/notes/", views.notes, name="notes"),
    path("desk/people/<int:pk>/notes/new/", views.write_note, name="write_note"),
    path("desk/notes/<int:pk>/", views.change_note, name="change_note"),
    path("desk/notes/<int:pk>/earlier/", views.earlier_notes, name="earlier_notes"),
    path("desk/notes/<int:pk>/secrecy/", views.note_secrecy, name="note_secrecy"),
    path("desk/note-templates/", views.note_templates, name="note_templates"),
    path("desk/note-templates/<int:pk>/end/", views.end_note_template, name="end_note_template"),
    path("notes-about-me/", views.my_notes, name="my_notes"),
    # Follow-ups, and the rule that sets some of them off
    path("desk/people/<int:pk>/follow-up/", views.plan_follow_up, name="plan_follow_up"),
    path("desk/follow-ups/<int:pk>/", views.follow_up, name="follow_up"),
    path("desk/follow-ups/<int:pk>/taken/", views.take_follow_up, name="take_follow_up"),
    path("desk/follow-ups/<int:pk>/taker/", views.give_follow_up, name="give_follow_up"),
    path("desk/follow-ups/<int:pk>/outcome/", views.finish_follow_up, name="finish_follow_up"),
    path("desk/follow-ups/<int:pk>/open/", views.open_follow_up_again, name="open_follow_up_again"),
    path("check-in-rule/", views.check_in_rule, name="check_in_rule"),
    path("check-in-rule/new/", views.change_check_in_rule, name="change_check_in_rule"),
    path("desk/<slug:slug>/", views.desk_section, name="desk_section"),
    path("desk/pairings/<int:pk>/cover/", views.plan_cover, name="plan_cover"),
    path("desk/people/<int:pk>/transfer/", views.ask_for_transfer, name="ask_for_transfer"),
    path("desk/people/<int:pk>/belongings/<int:area>/end/", views.end_belonging, name="end_belonging"),
    path("transfers/<int:pk>/", views.transfer, name="transfer"),
    path("transfers/<int:pk>/agreement/", views.agree_to_transfer, name="agree_to_transfer"),
    path("transfers/<int:pk>/refusal/", views.refuse_transfer, name="refuse_transfer"),
    path("transfers/<int:pk>/taking-back/", views.take_back_transfer, name="take_back_transfer"),
    path("covers/<int:pk>/", views.cover, name="cover"),
    path("covers/<int:pk>/end/", views.end_cover, name="end_cover"),
    path("desk/<slug:slug>/on-paper/", views.section_on_paper, name="section_on_paper"),
    path("desk/<slug:slug>.csv", views.section_csv, name="section_csv"),
    path("my-people/", views.my_people, name="my_people"),
    path("my-people/places/", views.my_places, name="my_places"),
    path("my-people/pause/", views.pause_my_places, name="pause_my_places"),
    path("my-people/return/", views.open_my_places, name="open_my_places"),
]
