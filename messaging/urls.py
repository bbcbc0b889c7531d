"""Addresses of messaging: conversations, included under messages/, and notices, included under notices/."""

from django.urls import path

from messaging import views

urlpatterns = [
    path("", views.conversations, name="conversations"),
    path("search/", views.search_messages, name="search_messages"),
    path("new/", views.begin_group, name="begin_group"),
    path("<int:pk>/", views.conversation, name="conversation"),
    path("<int:pk>/block/<int:person>/", views.block_participant, name="block_participant"),
    path("preferences/", views.preferences, name="preferences"),
    path("preferences/hours/", views.working_hours, name="working_hours"),
    path("<int:pk>/people/new/", views.invite, name="invite"),
    path("<int:pk>/people/<int:person>/removal/", views.remove_participant, name="remove_participant"),
    path("<int:pk>/acceptance/", views.accept_invitation, name="accept_invitation"),
    path("<int:pk>/refusal/", views.decline_invitation, name="decline_invitation"),
    path("<int:pk>/departure/", views.leave_conversation, name="leave_conversation"),
    path("<int:pk>/title/", views.rename_conversation, name="rename_conversation"),
    path("files/<uuid:key>/", views.message_file, name="message_file"),
    path("files/<uuid:key>/preview/", views.file_preview, name="file_preview"),
    path("message/<int:pk>/", views.message, name="message"),
    path("message/<int:pk>/edit/", views.edit_message, name="edit_message"),
    path("message/<int:pk>/withdrawal/", views.withdraw_message, name="withdraw_message"),
    path("message/<int:pk>/reactions/", views.react_to_message, name="react_to_message"),
    path("message/<int:pk>/report/", views.report_message, name="report_message"),
]

notices = [
    path("", views.notices, name="notices"),
    path("<int:pk>/", views.notice, name="notice"),
    path("read/", views.read_notices, name="read_notices"),
    path("choices/", views.notice_choices, name="notice_choices"),
    path("phone/", views.phone, name="phone"),
    path("phone/code/", views.phone_code, name="phone_code"),
    path("phone/removal/", views.remove_phone, name="remove_phone"),
    path("devices/", views.devices, name="devices"),
    path("push-worker.js", views.push_worker, name="push_worker"),
    path("stop/<str:token>/", views.stop_mails, name="stop_mails"),
    path("undelivered/", views.undelivered, name="undelivered"),
    path("undelivered/<int:pk>/another-try/", views.try_again, name="try_again"),
    path("undelivered/<int:pk>/settled/", views.settle, name="settle"),
]
