"""Writing pages, changing them without losing anybody's words, going back, looking over, removing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from networks.models import Membership, Network, Resource
from networks.operations import (
    AgreeFirst,
    ChangedMeanwhile,
    IsMuted,
    MayNotLead,
    MayNotPost,
    change_resource,
    put_back_resource,
    remove_resource,
    restore_version,
    review_resource,
    write_resource,
)
from people.errors import HasMovedOn
from people.models import Person
from tests.fixtures import NOW
from tests.networks.conftest import enter

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo hosts the carers' network."""
    return enter(cleo, carers, "Robin", is_host=True)


@pytest.fixture
def badge(robin: Membership) -> Resource:
    """A page that Cleo wrote."""
    return write(robin.person, robin.network)


def write(by: Person, network: Network, title: str = "Blue badge", body: str = "Ask the council.") -> Resource:
    return write_resource(by=by, network=network, title=title, body=body, at=NOW)


def change(by: Person, page: Resource, body: str, *, version: int, at: datetime = LATER) -> Resource:
    return change_resource(by=by, resource=page, version=version, title=page.title, body=body, why="More", at=at)


def history(page: Resource) -> list[tuple[int, str, str, str]]:
    return [(one.version, one.body, one.why, one.by.chosen_name) for one in page.versions.order_by("version")]


def lead(person: Person, network: Network, name: str) -> Membership:
    member = enter(person, network, name)
    Membership.objects.filter(pk=member.pk).update(is_leader=True)
    return member


def test_a_page_and_its_history(cleo: Person, ben: Person, badge: Resource) -> None:
    lead(ben, badge.network, "Wren")
    changed = change(ben, badge, "Ask the council, early.", version=1)

    assert (changed.version, changed.body, changed.changed_at) == (2, "Ask the council, early.", LATER)
    assert history(badge) == [
        (1, "Ask the council.", "", "Robin"),
        (2, "Ask the council, early.", "More", "Wren"),
    ]
    restored = restore_version(by=cleo, earlier=badge.versions.get(version=1), at=LATER)
    assert (restored.version, restored.body) == (3, "Ask the council.")
    assert history(badge)[2:] == [(3, "Ask the council.", "Back to version 1", "Robin")]
    # What it says already needs no version more.
    assert restore_version(by=cleo, earlier=badge.versions.get(version=1), at=LATER).version == 3


def test_pressing_twice_keeps_one_page_and_makes_one_version(cleo: Person, badge: Resource) -> None:
    assert write(cleo, badge.network).pk == badge.pk
    first, second = (change(cleo, badge, "Early.", version=1) for _ in range(2))
    assert (first.version, second.version) == (2, 2)
    assert write(cleo, badge.network).pk != badge.pk
    assert badge.versions.count() == 2


def test_a_page_of_this_name_that_is_removed_or_anothers_is_another(cleo: Person, ben: Person, badge: Resource) -> None:
    lead(ben, badge.network, "Wren")
    assert write(ben, badge.network).pk != badge.pk
    remove_resource(by=cleo, resource=badge, at=NOW)
    assert write(cleo, badge.network).pk != badge.pk


def test_whoever_began_from_an_older_version_is_told_and_changes_nothing(
    cleo: Person, ben: Person, badge: Resource
) -> None:
    lead(ben, badge.network, "Wren")
    change(ben, badge, "Theirs.", version=1)
    with pytest.raises(ChangedMeanwhile):
        change(cleo, badge, "Mine.", version=1)
    assert [body for _, body, _, _ in history(badge)] == ["Ask the council.", "Theirs."]
    assert change(cleo, badge, "Both.", version=2).version == 3


MEMBER: dict[str, Any] = {}
LEADER, HOST = {"is_leader": True}, {"is_host": True}


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        (MEMBER, MayNotLead),
        (LEADER, None),
        (HOST, None),
        ({"is_leader": True, "state": Membership.State.LEFT}, MayNotPost),
        ({"is_leader": True, "agreed_version": 0}, AgreeFirst),
        ({"is_host": True, "muted_until": LATER}, IsMuted),
    ],
)
def test_who_may_write(ben: Person, badge: Resource, facts: dict[str, Any], refused: type[Exception] | None) -> None:
    member = enter(ben, badge.network, "Wren")
    Membership.objects.filter(pk=member.pk).update(**facts)
    acts: list[Callable[[], object]] = [
        lambda: write(ben, badge.network, "Another"),
        lambda: change(ben, badge, "Other.", version=1, at=NOW),
        lambda: review_resource(by=ben, resource=badge, version=2, months=6, at=NOW),
        lambda: restore_version(by=ben, earlier=badge.versions.get(version=1), at=NOW),
    ]
    for act in acts:
        if refused:
            with pytest.raises(refused):
                act()
        else:
            act()
    assert badge.versions.count() == (1 if refused else 3)


@pytest.mark.parametrize(
    ("facts", "may_remove", "may_put_back"), [(MEMBER, False, False), (LEADER, True, False), (HOST, True, True)]
)
def test_who_may_remove_and_put_back(
    ben: Person,
    cleo: Person,
    badge: Resource,
    facts: dict[str, Any],
    may_remove: bool,
    may_put_back: bool,
) -> None:
    member = enter(ben, badge.network, "Wren")
    Membership.objects.filter(pk=member.pk).update(**facts)

    if may_remove:
        remove_resource(by=ben, resource=badge, at=NOW)
        remove_resource(by=ben, resource=badge, at=LATER)
    else:
        with pytest.raises(MayNotLead):
            remove_resource(by=ben, resource=badge, at=NOW)
        remove_resource(by=cleo, resource=badge, at=NOW)
    badge.refresh_from_db()
    assert badge.removed_at == NOW

    if may_put_back:
        put_back_resource(by=ben, resource=badge, at=LATER)
    else:
        with pytest.raises(MayNotLead):
            put_back_resource(by=ben, resource=badge, at=LATER)
    badge.refresh_from_db()
    assert badge.removed_at == (None if may_put_back else NOW)


def test_a_removed_page_is_not_changed(cleo: Person, badge: Resource) -> None:
    remove_resource(by=cleo, resource=badge, at=NOW)
    with pytest.raises(HasMovedOn, match="A host can put it back"):
        change(cleo, badge, "Other.", version=1)
    with pytest.raises(HasMovedOn):
        review_resource(by=cleo, resource=badge, version=1, months=6, at=NOW)


def test_who_sees_which(ada: Person, ben: Person, cleo: Person, eve: Person, badge: Resource, pain: Network) -> None:
    lead(ben, badge.network, "Wren")
    enter(ada, badge.network, "Heron")
    enter(eve, pain, "Owl")

    def seen_by() -> list[str]:
        people = (ada, ben, cleo, eve)
        return [one.chosen_name for one in people if Resource.objects.visible_to(one).filter(pk=badge.pk)]

    assert seen_by() == ["Ada", "Ben", "Cleo"]
    remove_resource(by=ben, resource=badge, at=NOW)
    assert seen_by() == ["Cleo"]


@pytest.mark.parametrize(
    ("today", "months", "due"),
    [
        (datetime(2026, 11, 22, 12, tzinfo=UTC), 6, date(2027, 5, 22)),
        (datetime(2026, 11, 22, 12, tzinfo=UTC), 12, date(2027, 11, 22)),
        (datetime(2026, 8, 31, 12, tzinfo=UTC), 6, date(2027, 2, 28)),
        (datetime(2028, 2, 29, 12, tzinfo=UTC), 12, date(2029, 2, 28)),
        (datetime(2026, 6, 30, 12, tzinfo=UTC), 6, date(2026, 12, 30)),
        # In London the day has begun already.
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), 6, date(2027, 1, 1)),
    ],
)
def test_looked_over(cleo: Person, badge: Resource, today: datetime, months: int, due: date) -> None:
    review_resource(by=cleo, resource=badge, version=1, months=months, at=today)
    badge.refresh_from_db()
    assert badge.reviewed_by is not None
    assert (badge.reviewed_by.chosen_name, badge.review_due_on) == ("Robin", due)
    assert badge.version == 1


def test_only_what_was_read_is_called_right(cleo: Person, badge: Resource) -> None:
    change(cleo, badge, "Other.", version=1)
    with pytest.raises(HasMovedOn, match="as it is now"):
        review_resource(by=cleo, resource=badge, version=1, months=6, at=LATER)
    badge.refresh_from_db()
    assert badge.reviewed_on is None


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_of_sixteen_who_save_at_once_one_wins_and_nothing_is_lost(badge: Resource) -> None:
    badge.refresh_from_db()
    leaders = [enter_leader(badge.network, number) for number in range(16)]
    for first in range(1, 13):
        ready = Barrier(16)

        def save(person: Person, version: int = first, start: Barrier = ready) -> str:
            try:
                start.wait(timeout=20)
                change(person, badge, f"{person.chosen_name} in {version}", version=version)
            except ChangedMeanwhile:
                return ""
            finally:
                connection.close()
            return person.chosen_name

        with ThreadPoolExecutor(16) as threads:
            [winner] = filter(None, threads.map(save, leaders))
        badge.refresh_from_db()
        assert (badge.version, badge.body) == (first + 1, f"{winner} in {first}")
    assert [one[0] for one in history(badge)] == list(range(1, 14))


def enter_leader(network: Network, number: int) -> Person:
    person = Person.objects.create_user(f"l{number}@example.org", chosen_name=f"L{number}", joined_at=NOW)
    lead(person, network, f"Leader {number}")
    return person
