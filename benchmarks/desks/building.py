"""Builds a service of so many members through Django: `python -m benchmarks.desks.building MEMBERS`.

It prints who opens the pages: a coordinator of everything, one of a single area, and an adviser.
"""

import json
import random
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import uuid4

import django
from django.utils import timezone

AREAS = 10
# In every hundred members so many are in each of these states, and so many things are there to be looked at.
WAITING, CHOOSING, PAIRED = 20, 5, 70
MEMBERS_A_HELPER = 8
PLACES = 12
CONCERNS_A_HUNDRED, UNDELIVERED_A_HUNDRED = 2, 3
SILENT_A_HUNDRED = 15
MESSAGES_A_PAIR = 5
STORY = "I wake at night and do not know whom to ask. " * 20
AT_A_TIME = 2_000

Row = TypeVar("Row")


def in_bulk(model: Any, rows: Iterable[Row]) -> list[Row]:
    made: list[Row] = model.objects.bulk_create(rows, batch_size=AT_A_TIME)
    return made


def build(members: int) -> str:
    """People in ten areas, their requests, helpers, pairings, proposals, concerns and what happened to each."""
    from people.models import Area, Assignment, Person, Role  # noqa: PLC0415

    rng, now = random.Random(6), timezone.now()
    areas = in_bulk(Area, (Area(name=f"Area {number}", slug=f"area-{number}") for number in range(AREAS)))
    # In turn and not by chance, so that no part of a small desk is empty: what is empty asks less.
    people = in_bulk(Person, (person(f"Member {number}", areas[number % AREAS], now) for number in range(members)))
    helping = in_bulk(
        Person,
        (person(f"Helper {number}", areas[number % AREAS], now) for number in range(-(-members // MEMBERS_A_HELPER))),
    )
    everywhere, here = in_bulk(Person, (person(name, areas[0], now) for name in ("Everywhere", "Here")))
    roles = [Role(person=one, kind="member", granted_at=now) for one in people]
    roles += [Role(person=one, kind="adviser", granted_at=now) for one in helping]
    roles.append(Role(person=everywhere, kind="coordinator", granted_at=now))
    roles.append(Role(person=here, kind="coordinator", area=areas[0], granted_at=now))
    in_bulk(Role, roles)
    mine = people[::10]
    in_bulk(Assignment, (Assignment(carer=everywhere, person=one, kind="coordinator", began_at=now) for one in mine))
    requests = asked(people, rng, now)
    helpers = helping_with(helping, rng, now)
    proposed(requests, helpers, rng, now)
    paired(requests, helpers, rng, now)
    together(now)
    worries(people, helping, rng, now)
    letters(people, rng, now)
    return json.dumps(
        {"everywhere": everywhere.pk, "here": here.pk, "adviser": helping[0].pk, "member": requests[-1].person_id}
    )


def person(name: str, area: Any, at: datetime) -> Any:
    from people.models import Person  # noqa: PLC0415

    return Person(chosen_name=name, full_name=f"{name} Full", area=area, age_group="26_64", joined_at=at)


def asked(people: Sequence[Any], rng: random.Random, now: datetime) -> list[Any]:
    """Everybody has asked within the last year; the paired come last."""
    from matching.models import Request  # noqa: PLC0415
    from people.models import StateChange, Topic  # noqa: PLC0415

    topics = list(Topic.objects.all())
    rows = []
    for number, one in enumerate(people):
        hundredth = number * 100 // len(people)
        state = (
            "waiting"
            if hundredth < WAITING
            else "choosing"
            if hundredth < WAITING + CHOOSING
            else "paired"
            if hundredth < WAITING + CHOOSING + PAIRED
            else "ended"
        )
        at = now - timedelta(days=rng.randint(1, 360))
        rows.append(Request(person=one, state=state, story=STORY, wants="either", began_at=at, asked_at=at))
    made = sorted(in_bulk(Request, rows), key=lambda one: one.state == "paired")
    on = Request.topics.through
    in_bulk(
        on,
        (
            on(request_id=one.pk, topic_id=topics[(number + more) % len(topics)].pk)
            for number, one in enumerate(made)
            for more in range(3)
        ),
    )
    steps = {"waiting": 2, "choosing": 3, "paired": 4, "ended": 5}
    order = ("", "draft", "waiting", "choosing", "paired", "ended")
    in_bulk(
        StateChange,
        (
            change("matching.request", one.pk, one.person_id, order[step : step + 2], one.asked_at or now)
            for one in made
            for step in range(steps[one.state])
        ),
    )
    return made


def change(machine: str, subject: int, person: int, move: Sequence[str], at: datetime) -> Any:
    from people.models import StateChange  # noqa: PLC0415

    before, after = move
    return StateChange(machine=machine, subject=subject, person_id=person, before=before, after=after, at=at)


def helping_with(people: Sequence[Any], rng: random.Random, now: datetime) -> list[Any]:
    """One in ten waits for a check, one in ten has paused, one in ten has checks that run out within a month."""
    from matching.models import Helper  # noqa: PLC0415
    from people.models import Topic  # noqa: PLC0415

    topics = list(Topic.objects.all())
    rows = []
    for number, one in enumerate(people):
        # The first one of all helps: it is whose own desk is opened.
        state = {3: "to_check", 4: "paused"}.get(number % 10, "active")
        until = now.date() + timedelta(days=20 if number % 10 == 5 else 300)
        rows.append(
            Helper(
                person=one,
                kind="adviser",
                state=state,
                capacity=PLACES,
                vetted_until=None if state == "to_check" else until,
                offered_at=now - timedelta(days=rng.randint(1, 60)),
                about=STORY,
            )
        )
    made = in_bulk(Helper, rows)
    on = Helper.topics.through
    in_bulk(on, (on(helper_id=one.pk, topic_id=topic.pk) for one in made for topic in rng.sample(topics, 5)))
    return [one for one in made if one.state != "to_check"]


def proposed(requests: Sequence[Any], helpers: Sequence[Any], rng: random.Random, now: datetime) -> None:
    """Half of those who wait have three proposals to be decided; those who choose have three offers."""
    from matching.models import Proposal  # noqa: PLC0415

    made = round_of(now - timedelta(days=3))
    waiting = [one for one in requests if one.state == "waiting"]
    undecided = [(one, "proposed") for one in waiting[: len(waiting) // 2]]
    choosing = [(one, "offered") for one in requests if one.state == "choosing"]
    rows = []
    for request, state in undecided + choosing:
        for position, helper in enumerate(rng.sample(helpers, min(3, len(helpers))), start=1):
            rows.append(proposal(made, request, helper, position, state))
    in_bulk(Proposal, rows)


def round_of(at: datetime) -> Any:
    from matching.models import Configuration, Round  # noqa: PLC0415

    newest = Configuration.objects.newest()
    return Round.objects.create(began_at=at, heard_at=at, state="done", configuration=newest)


def proposal(made: Any, request: Any, helper: Any, position: int, state: str) -> Any:
    from matching.models import Proposal  # noqa: PLC0415

    return Proposal(
        round=made,
        request=request,
        helper=helper,
        position=position,
        score=100,
        fit="good",
        state=state,
        offered_at=made.began_at if state != "proposed" else None,
    )


def paired(requests: Sequence[Any], helpers: Sequence[Any], rng: random.Random, now: datetime) -> None:
    """Whoever is paired has a helper, a conversation in which the two have written, and an assignment."""
    from matching.models import Helper, Pairing, Proposal  # noqa: PLC0415
    from messaging.models import Conversation, Message, Participant  # noqa: PLC0415
    from people.models import Assignment, StateChange  # noqa: PLC0415

    made, both = round_of(now - timedelta(days=200)), []
    for number, request in enumerate(one for one in requests if one.state in ("paired", "ended")):
        both.append((request, helpers[number % len(helpers)]))
    accepted = in_bulk(Proposal, (proposal(made, request, helper, 1, "accepted") for request, helper in both))
    last = [
        now - timedelta(days=rng.randint(15, 60) if rng.randrange(100) < SILENT_A_HUNDRED else rng.randint(0, 13))
        for _ in both
    ]
    talks = in_bulk(
        Conversation,
        (Conversation(began_at=made.began_at, last_at=at, last_seq=MESSAGES_A_PAIR) for at in last),
    )
    places, messages, assignments = [], [], []
    for (request, helper), talk, at in zip(both, talks, last, strict=True):
        for one, read in ((request.person_id, MESSAGES_A_PAIR), (helper.person_id, MESSAGES_A_PAIR - 2)):
            places.append(Participant(conversation=talk, person_id=one, joined_at=made.began_at, read_seq=read))
        assignments.append(
            Assignment(carer_id=helper.person_id, person_id=request.person_id, kind="adviser", began_at=made.began_at)
        )
        messages += [
            Message(
                conversation=talk,
                seq=seq,
                changed_seq=seq,
                author_id=request.person_id if seq % 2 else helper.person_id,
                client_id=uuid4(),
                body="How was your week?",
                sent_at=at,
            )
            for seq in range(1, MESSAGES_A_PAIR + 1)
        ]
    in_bulk(Participant, places)
    in_bulk(Message, messages)
    in_bulk(Assignment, assignments)
    began = [max(request.asked_at, now - timedelta(days=rng.randint(1, 200))) for request, _ in both]
    pairings = in_bulk(
        Pairing,
        (
            Pairing(
                request=request,
                helper=helper,
                proposal=accepted[number],
                conversation=talks[number],
                state="active" if request.state == "paired" else "ended",
                began_at=began[number],
                ended_at=None if request.state == "paired" else now - timedelta(days=1),
            )
            for number, (request, helper) in enumerate(both)
        ),
    )
    moves = [
        change("matching.pairing", one.pk, one.request.person_id, ("", "active"), one.began_at) for one in pairings
    ]
    moves += [
        change("matching.pairing", one.pk, one.request.person_id, ("active", "ended"), one.ended_at)
        for one in pairings
        if one.ended_at
    ]
    in_bulk(StateChange, moves)
    for helper in helpers:
        taken = sum(1 for one in pairings if one.helper_id == helper.pk and one.ended_at is None)
        Helper.objects.filter(pk=helper.pk).update(places_taken=taken)


def together(now: datetime) -> None:
    """Of twenty pairs one has missed an appointment, one has an agreement to look at, one is to be looked in on,
    one has proposed a budget.

    Each has been looked in on in every month of a year.
    """
    from caseload.models import FollowUp  # noqa: PLC0415
    from matching.models import Pairing  # noqa: PLC0415
    from support.models import Agreement, Appointment, Budget  # noqa: PLC0415

    pairings = list(Pairing.objects.active().select_related("helper", "request").order_by("pk"))
    at = now - timedelta(days=3)
    in_bulk(
        Appointment,
        (
            Appointment(
                pairing=one,
                member_id=one.request.person_id,
                helper_id=one.helper.person_id,
                begins_at=at,
                ends_at=at + timedelta(minutes=30),
                minutes=30,
                way="phone",
                state="missed",
                booked_at=at,
                changed_at=at,
            )
            for one in pairings[::20]
        ),
    )
    in_bulk(
        Agreement,
        (
            Agreement(pairing=one, version=1, state="in_force", review_on=at.date(), drafted_at=at, agreed_at=at)
            for one in pairings[::20]
        ),
    )
    in_bulk(
        Budget,
        (
            Budget(
                pairing=one,
                purpose="Getting about",
                plan="A bus pass",
                pence=6000,
                proposed_by_id=one.request.person_id,
                proposed_at=at,
            )
            for one in pairings[::20]
        ),
    )
    in_bulk(
        FollowUp,
        (
            FollowUp(person_id=one.request.person_id, kind="first", why="Begun", opened_at=at, due_on=now.date())
            for one in pairings[::20]
        ),
    )
    in_bulk(
        FollowUp,
        (
            FollowUp(
                person_id=one.request.person_id,
                kind="planned",
                why="A look every month",
                opened_at=looked_at - timedelta(days=7),
                due_on=looked_at.date(),
                state="done",
                outcome="helped",
                words="All is well.",
                done_at=looked_at,
            )
            for one in pairings
            for looked_at in (now - timedelta(days=30 * month) for month in range(1, 13))
        ),
    )


def worries(people: Sequence[Any], helping: Sequence[Any], rng: random.Random, now: datetime) -> None:
    """Concerns that are open."""
    from safeguarding.models import Concern  # noqa: PLC0415

    about = rng.sample(people, max(1, len(people) * CONCERNS_A_HUNDRED // 100))
    in_bulk(
        Concern,
        (
            Concern(
                raised_by=rng.choice(helping),
                about=one,
                area=one.area,
                reason="harm",
                due_at=now,
                evidence_kind="message",
                evidence_reference=str(number),
                evidence_author=one.chosen_name,
                evidence_text="Words",
                evidence_written_at=now,
                raised_at=now - timedelta(days=number % 20),
            )
            for number, one in enumerate(about)
        ),
    )


def letters(people: Sequence[Any], rng: random.Random, now: datetime) -> None:
    """Two notices to everybody, each gone out by e-mail, a few of which could not be delivered."""
    from messaging.models import Dispatch, Notice  # noqa: PLC0415

    notices = in_bulk(
        Notice,
        (
            Notice(person=one, kind="matching", subject="An offer", body="Waits.", path="/offers/", written_at=now)
            for one in people
            for _ in range(2)
        ),
    )
    in_bulk(
        Dispatch,
        (
            Dispatch(
                notice=one,
                channel="email",
                outcome="failed" if rng.randrange(100) < UNDELIVERED_A_HUNDRED else "sent",
                next_try_at=now,
                ended_at=now,
            )
            for one in notices
        ),
    )


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(build(int(sys.argv[1])))
