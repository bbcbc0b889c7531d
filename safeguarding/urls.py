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
    path("figures/", views.safety_figures, name="safety_figures"),
    path("figures/figures.csv", views.safety_figures_csv, name="safety_figures_csv"),
    path("figures/figures.json", views.safety_figures_json, name="safety_figures_json"),
    path("figures/places/", views.places_in_figures, name="places_in_figures"),
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
    path("concerns/<int:pk>/paper/", views.concern_on_paper, name="concern_on_paper"),
    path("concerns/<int:pk>/notes/", views.concern_note, name="concern_note"),
    path("concerns/<int:pk>/contacts/", views.concern_contact, name="concern_contact"),
    path("concerns/<int:pk>/escalation/", views.concern_escalation, name="concern_escalation"),
    path("concerns/<int:pk>/severity/", views.concern_severity, name="concern_severity"),
    path("concerns/<int:pk>/risk/", views.concern_risk, name="concern_risk"),
    path("concerns/<int:pk>/plan/", views.concern_plan, name="concern_plan"),
    path("concerns/<int:pk>/sharing/", views.concern_sharing, name="concern_sharing"),
    path("concerns/<int:pk>/measure/", views.take_measure, name="take_measure"),
]
