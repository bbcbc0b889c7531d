"""What can be done with people, one module per part: roles, areas, who looks after whom, records, states."""

from people.operations.acting import let_act
from people.operations.areas import (
    AreaIsThere,
    AreaNeedsAName,
    NotYourArea,
    WouldLieInItself,
    add_area,
    move_area,
    rename_area,
)
from people.operations.caring import assign, belong, belong_no_more, unassign
from people.operations.moving import move, move_all, remember, remember_all
from people.operations.own_record import (
    LookedAfterHere,
    change_profile,
    end_calendar_key,
    give_consent,
    make_calendar_key,
    record_read,
    record_reads,
    withdraw_consent,
)
from people.operations.roles import deactivate, end_role, grant_role, grant_role_in

__all__ = [
    "AreaIsThere",
    "AreaNeedsAName",
    "LookedAfterHere",
    "NotYourArea",
    "WouldLieInItself",
    "add_area",
    "assign",
    "belong",
    "belong_no_more",
    "change_profile",
    "deactivate",
    "end_calendar_key",
    "end_role",
    "give_consent",
    "grant_role",
    "grant_role_in",
    "let_act",
    "make_calendar_key",
    "move",
    "move_all",
    "move_area",
    "record_read",
    "record_reads",
    "remember",
    "remember_all",
    "rename_area",
    "unassign",
    "withdraw_consent",
]
