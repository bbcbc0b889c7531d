"""Verbs of the work inside a pairing."""

from support.operations.agreeing import (
    NotOfTheTwo,
    WasQuicker,
    propose_agreement,
    remind_of_agreements,
    sign_agreement,
    withdraw_agreement,
)
from support.operations.appointments import (
    LENGTHS,
    CannotMeetThen,
    Meeting,
    book_appointment,
    cancel_appointment,
    cancel_what_is_to_come,
    change_where,
    move_appointment,
    note_how_it_went,
)
from support.operations.blocks import begin_block, close_block
from support.operations.checking_in import (
    NotYoursToAnswer,
    ask_who_is_due,
    check_in,
    choose_rhythm,
    skip_check_in,
    take_back_check_in,
)
from support.operations.goals import (
    NotYourGoal,
    agree_to_goal,
    bring_goal,
    change_goal,
    let_go_of_goal,
    propose_goal,
    reach_goal,
    take_up_goal,
)
from support.operations.hours import (
    add_hours_on_a_day,
    add_time_off,
    add_weekly_hours,
    change_habits,
    remove_hours,
    remove_time_off,
)
from support.operations.quarters import TimeIsTaken
from support.operations.reminding_of_appointments import remind_of_appointments
from support.operations.ruling import change_check_in_rule
from support.operations.steps import TooManySteps, add_step, change_step, mark_step, remind_of_steps
from support.operations.templates import NotYourArea, change_template, write_template

__all__ = [
    "LENGTHS",
    "CannotMeetThen",
    "Meeting",
    "NotOfTheTwo",
    "NotYourArea",
    "NotYourGoal",
    "NotYoursToAnswer",
    "TimeIsTaken",
    "TooManySteps",
    "WasQuicker",
    "add_hours_on_a_day",
    "add_step",
    "add_time_off",
    "add_weekly_hours",
    "agree_to_goal",
    "ask_who_is_due",
    "begin_block",
    "book_appointment",
    "bring_goal",
    "cancel_appointment",
    "cancel_what_is_to_come",
    "change_check_in_rule",
    "change_goal",
    "change_habits",
    "change_step",
    "change_template",
    "change_where",
    "check_in",
    "choose_rhythm",
    "close_block",
    "let_go_of_goal",
    "mark_step",
    "move_appointment",
    "note_how_it_went",
    "propose_agreement",
    "propose_goal",
    "reach_goal",
    "remind_of_agreements",
    "remind_of_appointments",
    "remind_of_steps",
    "remove_hours",
    "remove_time_off",
    "sign_agreement",
    "skip_check_in",
    "take_back_check_in",
    "take_up_goal",
    "withdraw_agreement",
    "write_template",
]
