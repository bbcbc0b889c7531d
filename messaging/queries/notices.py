"""Questions about notices: by which channels somebody is reached and when, what they were told, what is on its way."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Exists, Func, IntegerField, OuterRef, QuerySet, Value, When
from django.utils.timezone import get_default_timezone

from messaging.models import (
    ALWAYS_LISTED,
    WANTED_BY_DEFAULT,
    Channel,
    Device,
    Dispatch,
    Message,
    Notice,
    NoticeChoice,
    NoticeHours,
)
from messaging.models.choices import MORNING
from messaging.quiet import Quiet, next_time_at
from messaging.stopping import ALL, DAILY
from people.models import Consent, Person
from people.queries import has_agreed
from people.rules import those_who_keep_people_safe
from safeguarding.models import Moderator
from safeguarding.queries import cases_waiting

NOTICES_A_PAGE = 25
# Both are e-mail: they need an address and the consent to be written to.
MAILS = frozenset({Channel.EMAIL, Channel.DIGEST})


@dataclass(frozen=True)
class Unread:
    """How much waits to be read, and for whom moderates a place, how many concerns nobody has taken."""

    messages: int
    notices: int
    moderates: bool
    concerns: int


@dataclass(frozen=True)
class Reach:
    """By which channels somebody hears of one kind of thing, on which devices, and when not."""

    channels: frozenset[str] = frozenset()
    devices: tuple[int, ...] = ()
    quiet: Quiet | None = None
    daily_at: int = MORNING

    def not_before(self, at: datetime) -> datetime:
        """The first moment from `at` on that is outside the quiet hours."""
        return self.quiet.over_at(at, _zone()) if self.quiet else at

    def quiet_began_at(self, at: datetime) -> datetime:
        """When the quiet hours began in which `at` lies; `at` itself where it lies in none."""
        return self.quiet.began_at(at, _zone()) if self.quiet else at

    def time_for(self, channel: str, at: datetime) -> datetime:
        """When what is written at `at` goes out by this channel."""
        return self.not_before(next_time_at(self.daily_at, at, _zone()) if channel == Channel.DIGEST else at)


def _zone() -> Any:
    """The clock on the wall is the one of TIME_ZONE, whatever zone a page is shown in."""
    return get_default_timezone()


def reach_of(person: Person, kind: str) -> Reach:
    return reaches_of([person.pk], kind)[person.pk]


def reaches_of(people: Sequence[int], kind: str) -> dict[int, Reach]:
    """By the id of each person. Read anew each time: what somebody chose a moment ago holds for what goes out now."""
    agrees = Consent.objects.current().filter(person=OuterRef("pk"), purpose=Consent.Purpose.EMAIL)
    active = Person.objects.filter(pk__in=people, is_active=True).annotate(agreed=Exists(agrees))
    rows = active.values_list(
        "pk",
        "email",
        "phone_confirmed_at",
        "agreed",
        "notice_hours__quiet_from",
        "notice_hours__quiet_until",
        "notice_hours__daily_at",
    )
    wanted = _wanted(people, kind)
    channels, hours = {}, {}
    for pk, email, phone_confirmed_at, agreed, *kept in rows:
        possible = _possible(has_email=bool(email and agreed), has_phone=phone_confirmed_at is not None)
        channels[pk], hours[pk] = frozenset(wanted[pk] & possible), kept
    devices = _devices([pk for pk, found in channels.items() if Channel.PUSH in found])
    # Who is not active is not reached at all.
    reaches = dict.fromkeys(people, Reach())
    for pk, (quiet_from, quiet_until, daily_at) in hours.items():
        quiet = NoticeHours(quiet_from=quiet_from, quiet_until=quiet_until).quiet
        daily = MORNING if daily_at is None else daily_at
        reaches[pk] = Reach(channels[pk], tuple(devices[pk]), quiet, daily)
    return reaches


def _possible(*, has_email: bool, has_phone: bool) -> set[str]:
    possible: set[str] = {Channel.APP, Channel.PUSH}
    if has_email:
        possible |= MAILS
    if has_phone:
        possible.add(Channel.SMS)
    return possible


def _devices(people: Sequence[int]) -> dict[int, list[int]]:
    devices: dict[int, list[int]] = defaultdict(list)
    if people:
        for pk, person in Device.objects.filter(person__in=people).order_by("pk").values_list("pk", "person_id"):
            devices[person].append(pk)
    return devices


def _wanted(people: Sequence[int], kind: str) -> dict[int, set[str]]:
    wanted = {pk: {str(channel): channel in WANTED_BY_DEFAULT for channel in Channel} for pk in people}
    chosen = NoticeChoice.objects.filter(person__in=people, kind=kind)
    for person, channel, is_wanted in chosen.values_list("person_id", "channel", "is_wanted"):
        wanted[person][str(channel)] = is_wanted
    if kind in ALWAYS_LISTED:
        for one in wanted.values():
            one[Channel.APP] = True
    return {pk: {channel for channel, is_wanted in one.items() if is_wanted} for pk, one in wanted.items()}


def grid_of(person: Person) -> dict[tuple[str, str], bool]:
    """What somebody wants, for every kind and channel; what they never touched as it is for everybody."""
    chosen = {
        (kind, channel): is_wanted
        for kind, channel, is_wanted in person.notice_choices.values_list("kind", "channel", "is_wanted")
    }
    return {
        (kind.value, channel.value): _always(kind, channel)
        or chosen.get((kind.value, channel.value), channel in WANTED_BY_DEFAULT)
        for kind in Notice.Kind
        for channel in Channel
    }


def _always(kind: Notice.Kind, channel: Channel) -> bool:
    return channel == Channel.APP and kind in ALWAYS_LISTED


def hours_of(person: Person) -> NoticeHours:
    """Somebody's hours, or those that hold for who has chosen none; not saved."""
    return NoticeHours.objects.filter(person=person).first() or NoticeHours(person=person)


def device_among(person: Person, endpoint: str) -> str:
    """The address of this device, if it is one of theirs; empty if not, or no longer."""
    return endpoint if Device.objects.filter(person=person, endpoint=endpoint).exists() else ""


def gets_mails(person: Person, scope: str) -> bool:
    """Whether somebody gets the e-mails that a link for this scope would stop."""
    if not has_agreed(person, Consent.Purpose.EMAIL):
        return False
    grid = grid_of(person)
    if scope == ALL:
        return True
    if scope == DAILY:
        return any(wanted for (_, channel), wanted in grid.items() if channel == Channel.DIGEST)
    return any(grid[scope, channel.value] for channel in MAILS)


def people_with_mail() -> QuerySet[Person]:
    """Those whom a link in a mail can be about."""
    found: QuerySet[Person] = Person.objects.active().exclude(email=None)
    return found


def notices_for(viewer: Person) -> QuerySet[Notice]:
    return Notice.objects.visible_to(viewer)


def notice_page(viewer: Person, number: str | int | None = 1) -> "Page[Notice]":
    """One page of somebody's list: what they have not read first, the latest of each first."""
    unread_first = Case(When(read_at=None, then=Value(0)), default=Value(1))
    found = Notice.objects.listed().filter(person=viewer).order_by(unread_first, "-written_at", "-pk")
    return Paginator(found, NOTICES_A_PAGE).get_page(number)


def unread_of(person: Person) -> Unread:
    """Asked in one query of plain counts, because every page shows them; of concerns only for who may see any."""
    sees_concerns = those_who_keep_people_safe(person)
    counts = dict(
        _counted("messages", Message.objects.unread_by(person)).union(
            _counted("notices", Notice.objects.listed().unread().filter(person=person)),
            _counted("places", Moderator.objects.current().filter(person=person)),
            *([_counted("concerns", cases_waiting(person))] if sees_concerns else []),
            all=True,
        )
    )
    moderates = counts["places"] > 0
    if moderates and not sees_concerns:
        counts["concerns"] = cases_waiting(person).count()
    return Unread(counts["messages"], counts["notices"], moderates, counts.get("concerns", 0))


def _counted(what: str, rows: QuerySet[Any]) -> QuerySet[Any, tuple[str, int]]:
    """One row with how many there are, also where there are none: it is counted without groups."""
    number = Func("pk", function="COUNT", output_field=IntegerField())
    return rows.order_by().values_list(Value(what), number)


def due_dispatches(at: datetime) -> QuerySet[Dispatch]:
    return Dispatch.objects.due(at).select_related("notice__person", "device")


def undelivered_page(coordinator: Person, number: str | int | None = 1) -> "Page[Dispatch]":
    """What could not be delivered to people of the coordinator's areas, the latest first."""
    found = undelivered_for(coordinator).select_related("notice__person__area").order_by("-ended_at", "-pk")
    return Paginator(found, NOTICES_A_PAGE).get_page(number)


def undelivered_for(coordinator: Person) -> QuerySet[Dispatch]:
    return Dispatch.objects.undelivered_for(coordinator)
