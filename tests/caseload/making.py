"""Makes what a desk is about: requests, offers of help, proposals, pairings and concerns, so many days ago."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from matching.machines import HELPER, PAIRING, PROPOSAL, REQUEST
from matching.models import Configuration, Helper, Pairing, Proposal, Request, Round
from matching.operations.checking import keep_credential
from messaging.models import Dispatch, Notice
from messaging.operations import open_conversation, post_message
from people.models import Area, Person, Topic
from people.operations import assign, move, remember
from safeguarding.evidence import Evidence
from safeguarding.models import Concern
from safeguarding.operations import raise_concern
from support.models import Agreement, Appointment
from tests.fixtures import NOW


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def make_request(person: Person, *topics: Topic, days: float = 1, state: str = "waiting", **facts: Any) -> Request:
    """A request sent so many days ago, with its beginning and its sending in the history."""
    request = Request.objects.create(person=person, began_at=ago(days), asked_at=ago(days), **facts)
    request.topics.set(topics)
    remember(request, machine=REQUEST, before="", by=person, at=ago(days), about=person)
    steps = {"choosing": ["waiting", "choosing"], "paired": ["waiting", "choosing", "paired"]}
    for step in steps.get(state, [state]):
        move(request, step, machine=REQUEST, by=person, at=ago(days), about=person)
    return request


def make_helper(person: Person, *topics: Topic, state: str = "active", days: float = 1, **facts: Any) -> Helper:
    """An offer of help with three places and checks for a year, unless `facts` say otherwise."""
    given = {"kind": "adviser", "capacity": 3, "vetted_until": ago(-365).date()} | facts
    helper = Helper.objects.create(person=person, state=state, offered_at=ago(days), **given)
    if helper.vetted_until:
        keep_credential(helper, by=None, kind="vetting", level=1, valid_until=helper.vetted_until, at=ago(days))
    helper.topics.set(topics)
    remember(helper, machine=HELPER, before="", by=person, at=ago(days), about=person)
    return helper


def make_round(area: Area | None, *, days: float = 1) -> Round:
    """A round that was done so many days ago."""
    return Round.objects.create(
        area=area,
        began_at=ago(days),
        heard_at=ago(days),
        state=Round.State.DONE,
        configuration=Configuration.objects.newest(),
        waiting=1,
        placed=1,
    )


STEPS = {
    "proposed": [],
    "accepted": ["offered", "accepted"],
    "declined": ["offered", "declined"],
}


def propose(made: Round, request: Request, helper: Helper, *, state: str = "proposed", position: int = 1) -> Proposal:
    """A proposal of a round, moved on from there as far as `state`."""
    proposal = Proposal.objects.create(
        round=made, request=request, helper=helper, position=position, score=1, fit="good"
    )
    at, member = made.began_at, request.person
    remember(proposal, machine=PROPOSAL, before="", by=None, at=at, about=member)
    for step in STEPS.get(state, [state]):
        move(proposal, step, machine=PROPOSAL, by=member, at=at, about=member)
        if step == "offered":
            Proposal.objects.filter(pk=proposal.pk).update(offered_at=at)
    proposal.refresh_from_db()
    return proposal


def pair(request: Request, helper: Helper, *, days: float = 1, last: float | None = None) -> Pairing:
    """Two people alongside each other, who wrote last so many days ago; None is never."""
    member = request.person
    conversation = open_conversation(people=[member, helper.person], at=ago(days))
    if last is not None:
        post_message(by=member, conversation=conversation, client_id=uuid4(), body="Hello", at=ago(last))
    pairing = Pairing.objects.create(
        request=request,
        helper=helper,
        proposal=propose(make_round(member.area, days=days), request, helper, state="accepted"),
        conversation=conversation,
        began_at=ago(days),
    )
    remember(pairing, machine=PAIRING, before="", by=member, at=ago(days), about=member)
    assign(carer=helper.person, person=member, kind=helper.kind, at=ago(days))
    return pairing


def make_concern(by: Person, about: Person | None, *, days: float = 1) -> Concern:
    evidence = Evidence("message", f"{by.pk}-{days}", about.chosen_name if about else "Somebody", "Words", ago(days))
    return raise_concern(by=by, about=about, reason="harm", words="", evidence=evidence, at=ago(days))


def make_undelivered(person: Person, *, days: float = 1) -> Dispatch:
    """An e-mail to somebody that could not be delivered."""
    notice = Notice.objects.create(
        person=person, kind="matching", subject="An offer", body="It waits.", path="/offers/", written_at=ago(days)
    )
    return Dispatch.objects.create(
        notice=notice, channel="email", outcome="failed", why="No such address", next_try_at=NOW, ended_at=ago(days)
    )


def make_agreement(pairing: Pairing, *, state: str = "in_force", review_on: date, version: int = 1) -> Agreement:
    """An agreement of two people, to be looked at again on that day."""
    agreed_at = ago(90) if state == "in_force" else None
    return Agreement.objects.create(
        pairing=pairing, version=version, state=state, review_on=review_on, drafted_at=ago(90), agreed_at=agreed_at
    )


def make_appointment(pairing: Pairing, begins_at: datetime, *, state: str = "booked") -> Appointment:
    """Half an hour by phone."""
    return Appointment.objects.create(
        pairing=pairing,
        member=pairing.request.person,
        helper=pairing.helper.person,
        begins_at=begins_at,
        ends_at=begins_at + timedelta(minutes=30),
        minutes=30,
        way="phone",
        state=state,
        booked_at=begins_at - timedelta(days=7),
        changed_at=begins_at,
    )
