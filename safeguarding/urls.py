"""Addresses of safeguarding, included under safety/."""

from django.urls import path

from safeguarding import views

urlpatterns = [
    path("help/", views.crisis_help, name="crisis_help"),
    path("blocks/", views.blocks, name="blocks"),
    path("blocks/<int:pk>/lifting/", views.lift_block, name="lift_block"),
    path("reports/<int:pk>/", views.report, name="report"),
    path("reports/<int:pk>/withdrawal/", views.withdraw_report, name="withdraw_report"),
    path("reports/<int:pk>/block/", views.block_reported, name="block_reported"),
    path("measures/", views.my_measures, name="my_measures"),
    path("measures/<int:pk>/", views.measure, name="measure"),
    path("measures/<int:pk>/lifting/", views.lift_measure, name="lift_measure"),
    path("appeals/", views.appeals, name="appeals"),
    path("appeals/<int:pk>/", views.appeal, name="appeal"),
    path("concerns/", views.concerns, name="concerns"),
    path("concerns/<int:pk>/", views.concern, name="concern"),
    path("concerns/<int:pk>/files/<int:file>/", views.evidence_file, name="evidence_file"),
    path("concerns/<int:pk>/taking/", views.take_concern, name="take_concern"),
    path("concerns/<int:pk>/handing-back/", views.hand_back_concern, name="hand_back_concern"),
    path("concerns/<int:pk>/measure/", views.take_measure, name="take_measure"),
]
