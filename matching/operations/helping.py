"""Advisers and peers offer themselves, are checked, pause, and say how many people they can carry."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from matching.errors import BelowPlacesTaken
from matching.machines import HELPER
from matching.models import Helper, Request
from matching.operations.answering import keep, only_own, refuse_missing
from matching.operations.calling import call_for_arrivals
from matching.operations.choosing import close_offers_of
from matching.operations.holding import hold_all
from people.models import Person
from people.operations import move, remember


@transaction.atomic
def offer_help(*, by: Person, at: datetime) -> Helper:
    """The offer of help of `by`; a new draft where there is none."""
    helper, made = Helper.objects.get_or_create(person=by)
    if made:
        remember(helper, machine=HELPER, before="", by=by, at=at, about=by)
    return helper


@transaction.atomic
def save_helper(*, by: Person, helper: Helper, answers: Mapping[str, Any], facts: Mapping[str, Any]) -> None:
    """Keep the answers of one page: `answers` belong to the offer, `facts` to the person."""
    only_own(by, helper)
    chosen = dict(answers)
    if "capacity" in chosen:
        change_capacity(by=by, helper=helper, capacity=chosen.pop("capacity"))
    keep(helper, by=by, answers=chosen, facts=facts)


def change_capacity(*, by: Person, helper: Helper, capacity: int) -> None:
    """Say how many people one can be alongside; never fewer than one is alongside now."""
    only_own(by, helper)
    if not Helper.objects.filter(pk=helper.pk, places_taken__lte=capacity).update(capacity=capacity):
        raise BelowPlacesTaken(
            {"capacity": "You are alongside more people than that now. To take on nobody new, pause instead."}
        )
    helper.capacity = capacity
    call_for_arrivals()


@transaction.atomic
def send_offer_of_help(*, by: Person, helper: Helper, at: datetime) -> None:
    """Send the draft to the coordinators, who check it before anybody is matched."""
    only_own(by, helper)
    refuse_missing(
        helper, {"how you would like to help": bool(helper.kind), "what you can help with": helper.topics.exists()}
    )
    Helper.objects.filter(pk=helper.pk).update(offered_at=at)
    move(helper, Helper.State.TO_CHECK, machine=HELPER, by=by, at=at, about=by)


@transaction.atomic
def pause_help(*, by: Person, helper: Helper, at: datetime) -> None:
    """Take on nobody new for now: open offers close; whom one is alongside stays."""
    hold_all(Request.objects.filter(pk__in=helper.proposals.live().order_by().values("request")))
    _own_move(helper, Helper.State.PAUSED, by=by, at=at)
    close_offers_of(helper, by=by, at=at)


def resume_help(*, by: Person, helper: Helper, at: datetime) -> None:
    _own_move(helper, Helper.State.ACTIVE, by=by, at=at)
    call_for_arrivals()


def _own_move(helper: Helper, to: str, *, by: Person, at: datetime) -> None:
    only_own(by, helper)
    move(helper, to, machine=HELPER, by=by, at=at, about=by)
