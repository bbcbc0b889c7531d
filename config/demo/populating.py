"""Brings the people of the town into the database: staff, members and helpers, each with their first answers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.contrib.auth.hashers import make_password
from django.db.models import F
from django.utils.timezone import localdate

from caseload.operations import follow_covers
from config.demo.casting import Character, Wishes
from config.demo.town import PLACES, SERVICE_AREA, SERVICE_HAS, STAFF
from matching.machines import REQUEST
from matching.models import Helper, Request
from matching.operations import (
    confirm_helper,
    offer_help,
    pause_help,
    save_helper,
    send_offer_of_help,
    tell_of_checks_running_out,
    tell_of_promises_passed,
)
from matching.queries.promises import FOUR_WEEKS
from messaging.models import Notice
from messaging.operations import tell_of_waiting_messages
from networks.operations import remind, remind_of_reviews, remind_of_waiting_posts, tell_of_new_posts
from people.models import Area, Assignment, Consent, Person, Role, StateChange, Topic
from people.operations import add_area, grant_role, move_area
from support.operations import (
    ask_who_is_due,
    remind_of_agreements,
    remind_of_appointments,
    remind_of_steps,
    tell_of_step_downs,
)


@dataclass(frozen=True)
class Draft:
    """A request about to be begun."""

    person: Person
    character: Character
    wishes: Wishes
    at: datetime


@dataclass(frozen=True)
class Asking:
    """Somebody's request and when they sent it."""

    request: Request
    at: datetime
    shows_story: bool


def make_areas() -> dict[str, Area]:
    for place in PLACES:
        Area.objects.get_or_create(slug=place.slug, defaults={"name": place.name})
    return Area.objects.in_bulk([place.slug for place in PLACES], field_name="slug")


def gather_areas(areas: dict[str, Area], *, by: Person) -> None:
    """The town and the estates are one service; the villages of the valley are another."""
    service = add_area(by=by, name=SERVICE_AREA, below=None)
    for slug in SERVICE_HAS:
        move_area(by=by, area=areas[slug], below=service)


def make_staff(areas: dict[str, Area], *, at: datetime) -> dict[str, Person]:
    """Coordinators, the head of the service, the safeguarding lead, the referrer, the interpreter and the host."""
    staff = {}
    for one in STAFF:
        person = Person.objects.create(
            email=one.email,
            chosen_name=one.name,
            full_name=one.full_name,
            area=areas[one.place],
            age_group="26_64",
            gender=one.gender,
            languages=list(one.languages),
            password=make_password(None),
            joined_at=at,
        )
        for kind in one.roles:
            area = areas[one.place] if kind == Role.Kind.COORDINATOR and not one.everywhere else None
            grant_role(person=person, kind=kind, area=area, by=None, at=at)
        staff[one.name] = person
    return staff


def make_people(joined: Iterable[tuple[Character, datetime]], areas: dict[str, Area]) -> dict[str, Person]:
    """People with everything they would have said of themselves, by address; nobody can sign in with a password."""
    made = Person.objects.bulk_create(
        Person(
            email=one.email,
            chosen_name=one.chosen_name,
            full_name=one.full_name,
            area=areas[one.place],
            age_group=one.age_group,
            gender=one.gender,
            languages=list(one.languages),
            hours=list(one.hours),
            ways=list(one.ways),
            password=make_password(None),
            joined_at=at,
        )
        for one, at in joined
    )
    return {str(person.email): person for person in made}


def all_topics() -> dict[str, Topic]:
    return Topic.objects.in_bulk(field_name="slug")


def begin_requests(drafts: Iterable[Draft], topics: dict[str, Topic]) -> list[Request]:
    """Drafts with all answers: as `ask` and `save_request` would one by one, but all at once."""
    drafts = list(drafts)
    requests = Request.objects.bulk_create(
        Request(
            person=draft.person,
            story=draft.character.story,
            wants=draft.wishes.wants,
            prefers_gender=draft.wishes.prefers_gender,
            gender_required=draft.wishes.gender_required,
            prefers_lived_experience=draft.wishes.prefers_lived_experience,
            avoid_names=draft.wishes.avoid_names,
            began_at=draft.at,
        )
        for draft in drafts
    )
    about = Request.topics.through
    about.objects.bulk_create(
        about(request_id=request.pk, topic_id=topics[slug].pk)
        for request, draft in zip(requests, drafts, strict=True)
        for slug in draft.character.topics
    )
    StateChange.objects.bulk_create(changed(request, "", request.began_at) for request in requests)
    return requests


def send(asking: list[Asking], coordinators: dict[int, Person]) -> None:
    """Send these requests, as `send_request` would one by one; `coordinators` by area."""
    for one in asking:
        one.request.state, one.request.asked_at = Request.State.WAITING, one.at
        # No area of a town just made has promised anything else.
        one.request.promised_on = localdate(one.at) + timedelta(days=FOUR_WEEKS)
    Request.objects.bulk_update([one.request for one in asking], ["state", "asked_at", "promised_on"])
    StateChange.objects.bulk_create(changed(one.request, Request.State.DRAFT, one.at) for one in asking)
    Consent.objects.bulk_create(
        Consent(person=one.request.person, purpose=purpose, given_at=one.at)
        for one in asking
        for purpose in (Consent.Purpose.MATCHING, Consent.Purpose.STORY)
        if one.shows_story or purpose != Consent.Purpose.STORY
    )
    Role.objects.bulk_create(
        Role(person=one.request.person, kind=Role.Kind.MEMBER, granted_by=one.request.person, granted_at=one.at)
        for one in asking
    )
    Assignment.objects.bulk_create(
        Assignment(
            carer=coordinators[one.request.person.area_id or 0],
            person=one.request.person,
            kind=Role.Kind.COORDINATOR,
            began_at=one.at,
        )
        for one in asking
    )


def changed(request: Request, before: str, at: datetime) -> StateChange:
    person = request.person
    return StateChange(
        machine=REQUEST.name, subject=request.pk, person=person, before=before, after=request.state, by=person, at=at
    )


def begin_help(
    person: Person,
    one: Character,
    ages: Iterable[str],
    topics: dict[str, Topic],
    *,
    kind: str,
    capacity: int,
    at: datetime,
) -> Helper:
    """An offer of help, sent to be checked."""
    helper = offer_help(by=person, at=at)
    answers = {
        "kind": kind,
        "topics": [topics[slug] for slug in one.topics],
        "about": one.story,
        "lived_experience": kind == Helper.Kind.PEER,
        "age_groups": list(ages),
        "capacity": capacity,
    }
    save_helper(by=person, helper=helper, answers=answers, facts={})
    send_offer_of_help(by=person, helper=helper, at=at)
    return helper


def check(helper: Helper, *, by: Person, days: int, at: datetime) -> None:
    """Let a coordinator note checks that hold for so many days."""
    confirm_helper(by=by, helper=helper, vetted_until=(at + timedelta(days=days)).date(), at=at)


def pause(helper: Helper, *, at: datetime) -> None:
    pause_help(by=helper.person, helper=helper, at=at)


# Whatever the worker does by the clock that ends in a letter.
TELLS: tuple[Callable[..., object], ...] = (
    tell_of_waiting_messages,
    tell_of_new_posts,
    remind,
    remind_of_waiting_posts,
    remind_of_reviews,
    remind_of_agreements,
    remind_of_steps,
    ask_who_is_due,
    remind_of_appointments,
    tell_of_step_downs,
    tell_of_checks_running_out,
    tell_of_promises_passed,
    follow_covers,
)


def catch_up_on_notices(*, at: datetime) -> None:
    """Everybody knows of what waits for them, and has read what they were told until a few days ago.

    Else the worker would tell them as soon as it starts, with a letter to each who agreed to mail.
    """
    # Who has waited too long was told of it in time.
    tell_of_promises_passed(at=at - timedelta(days=4))
    for tell in TELLS:
        tell(at=at)
    # As `read_notice` would one by one, but all at once.
    old = Notice.objects.unread().filter(written_at__lt=at - timedelta(days=3))
    old.update(read_at=F("written_at") + timedelta(hours=2))


def agree_to_mail(rng: Random, people: Iterable[Person]) -> None:
    """Most agree to e-mail. It comes last, so that making the town writes nobody a letter about the past."""
    Consent.objects.bulk_create(
        Consent(person=person, purpose=Consent.Purpose.EMAIL, given_at=person.joined_at)
        for person in people
        if rng.random() < 0.8
    )
