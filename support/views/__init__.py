"""Pages of the work inside a pairing."""

from support.views.acting import acting
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
from support.views.budgets import budget, budget_csv, propose_budget, receipt, take_back_spending
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
from support.views.parting import (
    agree_to_step_down,
    call_off_step_down,
    earlier_time,
    end_together,
    looking_back,
    propose_step_down,
    show_look_back,
    step_down,
)
from support.views.steps import add_step, change_step, mark_step
from support.views.templates import agreement_template, agreement_templates, new_agreement_template
from support.views.times import book_any_time, book_appointment, move_appointment, move_to_any_time, other_times, times
from support.views.together import together
from support.views.way_back import way_back

__all__ = [
    "acting",
    "add_hours_on_a_day",
    "add_step",
    "add_time_off",
    "add_weekly_hours",
    "agree_to_goal",
    "agree_to_step_down",
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
    "budget",
    "budget_csv",
    "call_off_step_down",
    "cancel_appointment",
    "change_goal",
    "change_habits",
    "change_step",
    "change_where",
    "check_in",
    "check_ins",
    "close_session_block",
    "earlier_time",
    "end_together",
    "goal",
    "goals",
    "let_go_of_goal",
    "looking_back",
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
    "propose_budget",
    "propose_step_down",
    "reach_goal",
    "receipt",
    "remove_hours",
    "remove_time_off",
    "rhythm",
    "session_block",
    "show_look_back",
    "sign_agreement",
    "skip_check_in",
    "step_down",
    "take_back_check_in",
    "take_back_spending",
    "take_up_goal",
    "times",
    "together",
    "way_back",
    "withdraw_agreement",
]
