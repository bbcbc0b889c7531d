"""Addresses of the work inside a pairing, included at `together/`."""

from django.urls import path

from support import views

urlpatterns = [
    path("<int:pk>/", views.together, name="together"),
    # The agreement
    path("<int:pk>/agreement/", views.agreement, name="agreement"),
    path("<int:pk>/agreement/proposal/", views.propose_agreement, name="propose_agreement"),
    path("<int:pk>/agreement/<int:version>/", views.agreement_version, name="agreement_version"),
    path("<int:pk>/agreement/<int:version>/signature/", views.sign_agreement, name="sign_agreement"),
    path("<int:pk>/agreement/<int:version>/withdrawal/", views.withdraw_agreement, name="withdraw_agreement"),
    # Goals and steps, which belong to the member and not to a pairing
    path("<int:pk>/goals/", views.goals, name="goals"),
    path("<int:pk>/goals/new/", views.new_goal, name="new_goal"),
    path("<int:pk>/goals/<int:goal>/place/", views.bring_goal, name="bring_goal"),
    path("goals/", views.my_goals, name="my_goals"),
    path("goals/<int:pk>/", views.goal, name="goal"),
    path("goals/<int:pk>/words/", views.change_goal, name="change_goal"),
    path("goals/<int:pk>/agreement/", views.agree_to_goal, name="agree_to_goal"),
    path("goals/<int:pk>/reaching/", views.reach_goal, name="reach_goal"),
    path("goals/<int:pk>/letting-go/", views.let_go_of_goal, name="let_go_of_goal"),
    path("goals/<int:pk>/taking-up/", views.take_up_goal, name="take_up_goal"),
    path("goals/<int:pk>/steps/", views.add_step, name="add_step"),
    path("steps/<int:pk>/", views.change_step, name="change_step"),
    path("steps/<int:pk>/state/", views.mark_step, name="mark_step"),
    path("agreement-templates/", views.agreement_templates, name="agreement_templates"),
    path("agreement-templates/new/", views.new_agreement_template, name="new_agreement_template"),
    path("agreement-templates/<int:pk>/", views.agreement_template, name="agreement_template"),
    # Check-ins
    path("<int:pk>/check-ins/", views.check_ins, name="check_ins"),
    path("<int:pk>/check-ins/now/", views.check_in, name="check_in"),
    path("<int:pk>/check-ins/rhythm/", views.rhythm, name="rhythm"),
    path("<int:pk>/check-ins/<int:check_in>/skipped/", views.skip_check_in, name="skip_check_in"),
    path("<int:pk>/check-ins/<int:check_in>/withdrawal/", views.take_back_check_in, name="take_back_check_in"),
]
