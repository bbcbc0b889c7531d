"""The list of links in a page, when each is looked at, and what readers and hosts are told of it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import override_settings

from messaging.models import Notice
from networks.models import Membership, Network, Resource, ResourceLink
from networks.operations import change_resource, look_at_links, remind_of_reviews, remove_resource, write_resource
from networks.queries.resources import LINKS_IN_A_RUN
from people.models import Person
from tests.fixtures import NOW
from tests.networks.conftest import enter, make_network
from tests.networks.serving import says, serving

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(days=7)


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo hosts the carers' network."""
    return enter(cleo, carers, "Robin", is_host=True)


def page_with(host: Membership, *urls: str) -> Resource:
    body = "\n".join(f"- [link]({url})" for url in urls)
    return write_resource(by=host.person, network=host.network, title="Links", body=body, at=NOW)


def known(page: Resource) -> dict[str, tuple[Any, ...]]:
    """What is known of each link: its health, how often it failed, since when, and when it was looked at."""
    return {
        link.url.rpartition("/")[2]: (link.health, link.times_failed, link.failing_since, link.checked_at)
        for link in page.links.all()
    }


def test_the_list_is_that_of_the_page_as_it_is_now(cleo: Person, robin: Membership) -> None:
    page = page_with(robin, "https://a.example/", "https://b.example/", "mailto:c@c.example")
    page.links.filter(url="https://a.example/").update(health="fine", checked_at=NOW)

    change_resource(
        by=cleo,
        resource=page,
        version=1,
        title="Links",
        body=f"[a](https://a.example/) [c](https://c.example/) [d](https://d.example/{'d' * 500})",
        why="C for B",
        at=NOW,
    )

    assert list(page.links.order_by("url").values_list("url", "health")) == [
        ("https://a.example/", "fine"),
        ("https://c.example/", "unknown"),
    ]


def test_a_link_is_broken_once_it_has_failed_on_two_days(robin: Membership) -> None:
    with serving(fine=says(200)) as (there, asked):
        page = page_with(robin, f"{there}/fine", f"{there}/gone")
        assert look_at_links(at=NOW) == 2
        assert known(page) == {"fine": ("fine", 0, None, NOW), "gone": ("unknown", 1, NOW, NOW)}
        # Not a second time on one day, however often the clock says so.
        assert look_at_links(at=NOW + DAY - HOUR) == 0
        assert look_at_links(at=NOW + DAY) == 1
        assert known(page)["gone"] == ("broken", 2, NOW, NOW + DAY)
        assert look_at_links(at=NOW + WEEK - HOUR) == 0
        assert look_at_links(at=NOW + WEEK) == 1
        assert look_at_links(at=NOW + DAY + WEEK) == 1
        assert known(page) == {"fine": ("fine", 0, None, NOW + WEEK), "gone": ("broken", 3, NOW, NOW + DAY + WEEK)}
        assert {path for _, path, _ in asked} == {"/fine", "/gone"}


def test_a_link_that_answers_again_is_fine(robin: Membership) -> None:
    with serving(flaky=says(200)) as (there, _):
        page = page_with(robin, f"{there}/flaky")
        page.links.update(health="broken", times_failed=4, failing_since=NOW - WEEK, checked_at=NOW - WEEK)
        look_at_links(at=NOW)
    assert known(page) == {"flaky": ("fine", 0, None, NOW)}


def test_an_outage_of_an_hour_breaks_no_link(robin: Membership) -> None:
    with serving(flaky=says(200)) as (there, _):
        page = page_with(robin, f"{there}/flaky")
        page.links.update(health="fine", times_failed=1, failing_since=NOW - DAY, checked_at=NOW - DAY)
        look_at_links(at=NOW)
        assert known(page) == {"flaky": ("fine", 0, None, NOW)}
    page.links.update(checked_at=NOW - WEEK)
    # Now nobody is there any more.
    look_at_links(at=NOW)
    assert known(page) == {"flaky": ("fine", 1, NOW, NOW)}


def test_one_address_in_many_pages_is_asked_once(cleo: Person, robin: Membership, ada: Person, pain: Network) -> None:
    host = enter(ada, pain, "Heron", is_host=True)
    with serving(fine=says(200)) as (there, asked):
        pages = [page_with(one, f"{there}/fine") for one in (robin, host)]
        assert look_at_links(at=NOW) == 1
        assert len(asked) == 1
    assert [known(page)["fine"][0] for page in pages] == ["fine", "fine"]


def test_a_run_has_an_end_and_begins_with_what_waited_longest(robin: Membership) -> None:
    with serving() as (there, asked):
        page = page_with(robin, *(f"{there}/{number}" for number in range(LINKS_IN_A_RUN + 10)))
        page.links.update(checked_at=NOW - WEEK)
        page.links.filter(url=f"{there}/55").update(checked_at=NOW - WEEK - HOUR)
        page.links.filter(url=f"{there}/56").update(checked_at=None)
        assert look_at_links(at=NOW) == LINKS_IN_A_RUN
        looked_at = {path for _, path, _ in asked}
    assert looked_at == {f"/{number}" for number in (55, 56, *range(LINKS_IN_A_RUN - 2))}


def test_links_of_a_removed_page_are_left_alone(cleo: Person, robin: Membership) -> None:
    with serving(fine=says(200)) as (there, asked):
        remove_resource(by=cleo, resource=page_with(robin, f"{there}/fine"), at=NOW)
        assert look_at_links(at=NOW) == 0
        assert asked == []


@override_settings(LINKS_MAY_LEAD_HERE=False)
def test_a_link_into_our_own_network_is_not_followed(robin: Membership) -> None:
    with serving(fine=says(200)) as (there, asked):
        page = page_with(robin, f"{there}/fine", "http://169.254.169.254/latest", "http://10.0.0.1/x")
        assert look_at_links(at=NOW) == 3
        assert asked == []
    assert set(page.links.values_list("finding", flat=True)) == {
        "Not at a usual port",
        "Leads into a private network",
    }


def test_two_runs_at_once_count_one_outage_once(robin: Membership) -> None:
    with serving() as (there, _):
        page = page_with(robin, f"{there}/gone")
        link = page.links.get()
        look_at_links(at=NOW)
        # As a run that had read the link before the other was through.
        ResourceLink.objects.filter(pk=link.pk, checked_at=link.checked_at).update(times_failed=9)
    assert known(page)["gone"][1] == 1


@pytest.fixture
def overdue(robin: Membership) -> Resource:
    page = page_with(robin)
    Resource.objects.filter(pk=page.pk).update(reviewed_on=date(2026, 5, 1), review_due_on=date(2026, 11, 21))
    return page


def told() -> list[tuple[str, str]]:
    return sorted((one.person.chosen_name, one.path) for one in Notice.objects.select_related("person"))


def test_hosts_are_reminded_once_a_month(ada: Person, ben: Person, overdue: Resource) -> None:
    enter(ben, overdue.network, "Wren", is_host=True)
    enter(ada, overdue.network, "Heron")

    assert remind_of_reviews(at=NOW) == 1

    both = [("Ben", "/networks/carers/resources/upkeep/"), ("Cleo", "/networks/carers/resources/upkeep/")]
    assert told() == both
    assert all("Carers" not in one.subject + one.body for one in Notice.objects.all())
    assert [remind_of_reviews(at=NOW + days * DAY) for days in (1, 27, 28, 29, 56)] == [0, 0, 1, 0, 1]
    assert told() == sorted(both * 3)


@pytest.mark.parametrize(
    ("facts", "reminded"),
    [
        ({}, 1),
        ({"review_due_on": date(2026, 11, 22)}, 0),
        ({"review_due_on": None}, 0),
        ({"removed_at": NOW}, 0),
    ],
)
def test_what_is_due(overdue: Resource, facts: dict[str, Any], reminded: int) -> None:
    Resource.objects.filter(pk=overdue.pk).update(**facts)
    assert remind_of_reviews(at=NOW) == reminded


def test_the_day_is_that_of_where_people_are(overdue: Resource) -> None:
    Resource.objects.update(review_due_on=date(2026, 6, 30))
    assert remind_of_reviews(at=datetime(2026, 6, 30, 22, 59, tzinfo=UTC)) == 0
    assert remind_of_reviews(at=datetime(2026, 6, 30, 23, 1, tzinfo=UTC)) == 1


def test_each_network_by_itself(overdue: Resource, ada: Person) -> None:
    host = enter(ada, make_network("Others"), "Heron", is_host=True)
    Resource.objects.filter(pk=page_with(host).pk).update(review_due_on=date(2026, 11, 1))
    Network.objects.filter(pk=overdue.network_id).update(review_told_at=NOW - DAY)
    assert remind_of_reviews(at=NOW) == 1
    assert told() == [("Ada", "/networks/others/resources/upkeep/")]
