"""What a calendar is told: when, and no more than somebody wants told."""

from datetime import timedelta

from networks.models import Membership, Network
from networks.operations import cancel_event, change_session, give_up_place, leave
from networks.queries import calendar_entries_for, calendar_entries_of
from people.calendar import Entry
from safeguarding.operations import block
from tests.fixtures import NOW
from tests.matching.making import fresh
from tests.networks.planned import DAY, FIRST, HOUR, WEEK, plan, take


def entries(membership: Membership, *, names: bool = False) -> list[Entry]:
    return calendar_entries_of(membership.person, names=names, at=NOW)


def test_a_sensitive_network_is_only_a_meeting(robin: Membership, heron: Membership) -> None:
    walk = plan(robin, way="in_person", where="The library")
    take(heron.person, walk)
    session = walk.sessions.get()

    assert (
        entries(heron)
        == calendar_entries_for(walk)
        == [Entry(f"{session.uid}@alongside", FIRST, FIRST + HOUR, 0, NOW, "A meeting")]
    )


def test_names_stand_there_for_who_chose_them_and_where_nothing_is_sensitive(
    robin: Membership, heron: Membership
) -> None:
    walk = plan(robin, way="in_person", where="The library", how_to_join="Secret")
    take(heron.person, walk)
    [named] = entries(heron, names=True)
    assert (named.title, named.where) == ("A walk", "The library")
    assert named.url.endswith(f"/networks/carers/events/{walk.pk}/")
    assert "Secret" not in repr(named)
    Network.objects.update(is_sensitive=False)
    assert entries(heron) == [named]


def test_it_holds_what_one_has_a_place_in_or_leads_and_sees(
    robin: Membership, heron: Membership, wren: Membership
) -> None:
    walk, full, left = (plan(robin, title=title, capacity=1) for title in ("Walk", "Full", "Left"))
    take(heron.person, walk)
    take(wren.person, full)
    take(heron.person, full)
    take(heron.person, left)
    give_up_place(by=heron.person, event=left, at=NOW)

    assert [one.title for one in entries(heron, names=True)] == ["Walk"]
    assert [one.title for one in entries(robin, names=True)] == ["Walk", "Full", "Left"]
    block(by=heron.person, person=robin.person, known_as="Robin", at=NOW)
    assert entries(heron) == []
    leave(by=wren.person, network=robin.network, at=NOW)
    assert entries(wren) == []


def test_a_session_keeps_its_identity_and_counts_its_changes(robin: Membership, heron: Membership) -> None:
    course = plan(robin, begins=[FIRST, FIRST + WEEK])
    take(heron.person, course)
    before = entries(heron)
    change_session(
        by=robin.person,
        event=course,
        number=2,
        title="",
        begins_at=FIRST + 8 * DAY,
        ends_at=FIRST + 8 * DAY + HOUR,
        materials="",
        at=NOW + HOUR,
    )
    cancel_event(by=robin.person, event=fresh(course), at=NOW + DAY)
    after = entries(heron)

    assert [one.uid for one in before] == [one.uid for one in after]
    assert [(one.revision, one.is_cancelled) for one in before] == [(0, False)] * 2
    assert [(one.revision, one.is_cancelled, one.changed_at) for one in after] == [(2, True, NOW + DAY)] * 2
    assert after[1].begins_at == FIRST + 8 * DAY


def test_what_was_more_than_a_year_ago_is_left_out(robin: Membership) -> None:
    plan(robin)
    later = FIRST + HOUR + timedelta(days=365)
    assert len(calendar_entries_of(robin.person, names=False, at=later - HOUR)) == 1
    assert calendar_entries_of(robin.person, names=False, at=later + HOUR) == []
