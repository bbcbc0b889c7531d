"""Pages of the work inside a pairing."""

from support.views.agreements import agreement, agreement_version, propose_agreement, sign_agreement, withdraw_agreement
from support.views.appointments import (
    appointment,
    appointment_calendar,
    appointments,
    cancel_appointment,
    change_where,
    note_how_it_went,
)
from support.views.blocks import begin_session_block, close_session_block, session_block
from support.views.checking import check_in, check_ins, rhythm, skip_check_in, take_back_check_in
from support.views.goals import (
    agree_to_goal,
    bring_goal,
    change_goal,
    goal,
    goals,
    let_go_of_goal,
    my_goals,
    new_goal,
    reach_goal,
    take_up_goal,
)
from support.views.hours import (
    add_hours_on_a_day,
    add_time_off,
    add_weekly_hours,
    change_habits,
    my_hours,
    remove_hours,
    remove_time_off,
)
from support.views.steps import add_step, change_step, mark_step
from support.views.templates import agreement_template, agreement_templates, new_agreement_template
from support.views.times import book_any_time, book_appointment, move_appointment, move_to_any_time, other_times, times
from support.views.together import together

__all__ = [
    "add_hours_on_a_day",
    "add_step",
    "add_time_off",
    "add_weekly_hours",
    "agree_to_goal",
    "agreement",
    "agreement_template",
    "agreement_templates",
    "agreement_version",
    "appointment",
    "appointment_calendar",
    "appointments",
    "begin_session_block",
    "book_any_time",
    "book_appointment",
    "bring_goal",
    "cancel_appointment",
    "change_goal",
    "change_habits",
    "change_step",
    "change_where",
    "check_in",
    "check_ins",
    "close_session_block",
    "goal",
    "goals",
    "let_go_of_goal",
    "mark_step",
    "move_appointment",
    "move_to_any_time",
    "my_goals",
    "my_hours",
    "new_agreement_template",
    "new_goal",
    "note_how_it_went",
    "other_times",
    "propose_agreement",
    "reach_goal",
    "remove_hours",
    "remove_time_off",
    "rhythm",
    "session_block",
    "sign_agreement",
    "skip_check_in",
    "take_back_check_in",
    "take_up_goal",
    "times",
    "together",
    "withdraw_agreement",
]
