"""A member asks for support, changes the answers, sends, stops and comes back."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Q

from matching.errors import NeedsConsent
from matching.machines import PROPOSAL, REQUEST
from matching.models import Proposal, Request
from matching.operations.answering import keep, only_own, refuse_missing
from matching.operations.calling import call_for_arrivals
from matching.operations.holding import hold
from matching.operations.promising import promise
from matching.rules import may_still_change
from people.errors import HasMovedOn
from people.models import Area, Assignment, Consent, Person, Role
from people.operations import assign, give_consent, grant_role, move, remember, withdraw_consent


@transaction.atomic
def ask(*, by: Person, at: datetime) -> Request:
    """The open request of `by`; a new draft, with the answers of the last one, where there is none."""
    request, made = Request.objects.open().get_or_create(person=by, defaults={"began_at": at})
    if made:
        last = Request.objects.filter(person=by).exclude(pk=request.pk).order_by("-began_at", "-pk").first()
        if last is not None:
            copy_answers(last, request)
        remember(request, machine=REQUEST, before="", by=by, at=at, about=by)
    return request


def copy_answers(last: Request, request: Request) -> None:
    """Nobody is asked twice for the same thing, and who stopped or left keeps their place, whenever they come back."""
    for field in ANSWERS:
        setattr(request, field, getattr(last, field))
    request.asked_at = last.asked_at
    request.save()
    request.topics.set(last.topics.all())


ANSWERS = [
    "story",
    "wants",
    "prefers_gender",
    "gender_required",
    "prefers_lived_experience",
    "wish_names",
    "avoid_names",
]


@transaction.atomic
def save_request(*, by: Person, request: Request, answers: Mapping[str, Any], facts: Mapping[str, Any]) -> None:
    """Keep the answers of one page: `answers` belong to the request, `facts` to the person."""
    only_own(by, request)
    if not may_still_change(request):
        raise HasMovedOn("There are offers for you already, made of your answers. You can change them after choosing.")
    keep(request, by=by, answers=answers, facts=facts)


@transaction.atomic
def send_request(*, by: Person, request: Request, consents: Collection[str], at: datetime) -> None:
    """Send the draft: consents hold as ticked, the place in the queue begins, a coordinator looks after the member."""
    only_own(by, request)
    refuse_missing(request, {"what it is about": request.topics.exists(), "who you would like": bool(request.wants)})
    if Consent.Purpose.MATCHING not in consents:
        raise NeedsConsent("We may only look for someone if you agree that we use your answers.")
    for purpose in Consent.Purpose:
        agree = give_consent if purpose in consents else withdraw_consent
        agree(by=by, purpose=purpose, at=at)
    Request.objects.filter(pk=request.pk, asked_at=None).update(asked_at=at)
    request.refresh_from_db(fields=["asked_at"])
    move(request, Request.State.WAITING, machine=REQUEST, by=by, at=at, about=by)
    promise(request, at=at)
    grant_role(person=by, kind=Role.Kind.MEMBER, by=by, at=at)
    look_after(by, at=at)
    call_for_arrivals()


def look_after(person: Person, *, at: datetime) -> None:
    """Give the member the coordinator of their areas with the fewest people, unless they have one."""
    kind = Role.Kind.COORDINATOR
    if Assignment.objects.current().filter(person=person, kind=kind).exists():
        return
    held = Role.objects.current().filter(kind=kind).reaching(Area.objects.of(person))
    current = Q(looks_after__ended_at=None, looks_after__kind=kind)
    coordinator = (
        Person.objects.active()
        .filter(pk__in=held.values("person"))
        .exclude(pk=person.pk)
        .annotate(load=Count("looks_after", filter=current))
        .order_by("load", "pk")
        .first()
    )
    if coordinator is not None:
        assign(carer=coordinator, person=person, kind=kind, at=at)


@transaction.atomic
def withdraw_request(*, by: Person, request: Request, at: datetime) -> None:
    """Stop asking, without a reason; what was proposed or offered lapses, and asking again keeps the place."""
    only_own(by, request)
    hold(request)
    move(request, Request.State.WITHDRAWN, machine=REQUEST, by=by, at=at, about=by)
    lapse_live_proposals(request, by=by, at=at)


def lapse_live_proposals(request: Request, *, by: Person | None, at: datetime) -> None:
    for proposal in request.proposals.live():
        move(proposal, Proposal.State.LAPSED, machine=PROPOSAL, by=by, at=at, about=request.person)
    call_for_arrivals()
