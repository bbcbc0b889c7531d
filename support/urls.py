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
    # Being in touch less, the end, and the way back
    path("<int:pk>/step-down/", views.step_down, name="step_down"),
    path("<int:pk>/step-down/proposal/", views.propose_step_down, name="propose_step_down"),
    path("<int:pk>/step-down/<int:plan>/agreement/", views.agree_to_step_down, name="agree_to_step_down"),
    path("<int:pk>/step-down/<int:plan>/calling-off/", views.call_off_step_down, name="call_off_step_down"),
    path("<int:pk>/ending/", views.end_together, name="end_together"),
    path("<int:pk>/looking-back/", views.looking_back, name="looking_back"),
    path("<int:pk>/before/<int:look_back>/", views.earlier_time, name="earlier_time"),
    path("<int:pk>/before/<int:look_back>/showing/", views.show_look_back, name="show_look_back"),
    path("way-back/", views.way_back, name="way_back"),
    path("agreement-templates/", views.agreement_templates, name="agreement_templates"),
    path("agreement-templates/new/", views.new_agreement_template, name="new_agreement_template"),
    path("agreement-templates/<int:pk>/", views.agreement_template, name="agreement_template"),
    # Check-ins
    path("<int:pk>/check-ins/", views.check_ins, name="check_ins"),
    path("<int:pk>/check-ins/now/", views.check_in, name="check_in"),
    path("<int:pk>/check-ins/rhythm/", views.rhythm, name="rhythm"),
    path("<int:pk>/check-ins/<int:check_in>/skipped/", views.skip_check_in, name="skip_check_in"),
    path("<int:pk>/check-ins/<int:check_in>/withdrawal/", views.take_back_check_in, name="take_back_check_in"),
    path("for/<int:pk>/", views.acting, name="acting"),
    # Appointments
    path("<int:pk>/times/", views.times, name="times"),
    path("<int:pk>/appointments/new/", views.book_appointment, name="book_appointment"),
    path("<int:pk>/appointments/any-time/", views.book_any_time, name="book_any_time"),
    path("appointments/", views.appointments, name="appointments"),
    path("appointments/<int:pk>/", views.appointment, name="appointment"),
    path("appointments/<int:pk>/times/", views.other_times, name="other_times"),
    path("appointments/<int:pk>/move/", views.move_appointment, name="move_appointment"),
    path("appointments/<int:pk>/any-time/", views.move_to_any_time, name="move_to_any_time"),
    path("appointments/<int:pk>/where/", views.change_where, name="change_where"),
    path("appointments/<int:pk>/cancellation/", views.cancel_appointment, name="cancel_appointment"),
    path("appointments/<int:pk>/how-it-went/", views.note_how_it_went, name="note_how_it_went"),
    path("appointments/<int:pk>/appointment.ics", views.appointment_calendar, name="appointment_calendar"),
    path("<int:pk>/session-blocks/new/", views.begin_session_block, name="begin_session_block"),
    path("session-blocks/<int:pk>/", views.session_block, name="session_block"),
    path("session-blocks/<int:pk>/closing/", views.close_session_block, name="close_session_block"),
    # The hours of those who help
    path("hours/", views.my_hours, name="my_hours"),
    path("hours/weekly/", views.add_weekly_hours, name="add_weekly_hours"),
    path("hours/one-day/", views.add_hours_on_a_day, name="add_hours_on_a_day"),
    path("hours/<int:pk>/removal/", views.remove_hours, name="remove_hours"),
    path("hours/away/", views.add_time_off, name="add_time_off"),
    path("hours/away/<int:pk>/removal/", views.remove_time_off, name="remove_time_off"),
    path("hours/habits/", views.change_habits, name="change_habits"),
    # The personal budget
    path("<int:pk>/budgets/new/", views.propose_budget, name="propose_budget"),
    path("<int:pk>/budgets/<int:budget>/", views.budget, name="budget"),
    path("<int:pk>/budgets/<int:budget>/csv/", views.budget_csv, name="budget_csv"),
    path(
        "<int:pk>/budgets/<int:budget>/spending/<int:spending>/withdrawal/",
        views.take_back_spending,
        name="take_back_spending",
    ),
    path("receipts/<uuid:key>/", views.receipt, name="receipt"),
]
