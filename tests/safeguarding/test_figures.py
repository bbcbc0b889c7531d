"""Published figures: whole quarters only, small counts hidden, others rounded, and counted once."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains

from people.models import Person, Role
from safeguarding.models import Appeal, Concern, Measure, QuarterFigures
from safeguarding.operations import publish_figures, take_concern
from safeguarding.quarters import Quarter
from safeguarding.queries import counted_in, figures_of_places, quarters_to_publish
from tests.fixtures import NOW, make_person
from tests.safeguarding.conftest import ReportPost

THIS = Quarter(2026, 4)


def test_quarters() -> None:
    days = [date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 1), date(2026, 12, 31)]
    assert [str(Quarter.of(day)) for day in days] == ["2026 Q1", "2026 Q1", "2026 Q2", "2026 Q4"]
    assert (THIS.first_day, THIS.following, Quarter(2026, 1).following) == (
        date(2026, 10, 1),
        Quarter(2027, 1),
        Quarter(2026, 2),
    )
    rested = datetime(2027, 1, 8, tzinfo=UTC)
    assert [THIS.is_over(rested - timedelta(seconds=1)), THIS.is_over(rested)] == [False, True]


def many(report_post: ReportPost, about: Person, count: int, reason: str, at: datetime = NOW) -> list[Concern]:
    people = [make_person(f"P{Person.objects.count()}") for _ in range(count)]
    start = Concern.objects.count()
    return [
        report_post(
            by=person, about=about, reference=f"{start + number}", reason=reason, scope=f"network:{number}", at=at
        )
        for number, person in enumerate(people)
    ]


def test_counts_are_told_through_one_door(report_post: ReportPost, eve: Person) -> None:
    many(report_post, eve, 7, "spam")
    many(report_post, eve, 8, "abuse")
    many(report_post, eve, 13, "other")
    reports = dict(counted_in(THIS)["reports"])
    assert reports == {
        "Somebody may be in danger": None,
        "Bullying, threats or abuse": 10,
        "Sharing private details": None,
        "Selling something, or a fake account": None,
        "Something else": 15,
        "Noticed by a program": None,
        # Of what is shown: what is hidden cannot be had by taking one from the other.
        "Together, of those shown": 25,
    }


def test_only_what_happened_in_the_quarter_counts(report_post: ReportPost, eve: Person) -> None:
    began, ended = THIS.began_at, THIS.ended_at
    for at in (began - timedelta(seconds=1), ended):
        many(report_post, eve, 8, "abuse", at=at)
    assert dict(counted_in(THIS)["reports"])["Bullying, threats or abuse"] is None
    many(report_post, eve, 8, "abuse", at=began)
    assert dict(counted_in(THIS)["reports"])["Bullying, threats or abuse"] == 10


def test_late_is_what_nobody_took_in_time(report_post: ReportPost, eve: Person) -> None:
    lena = make_person("Lena", Role.Kind.SAFEGUARDING_LEAD)
    concerns = many(report_post, eve, 30, "abuse")
    for number, concern in enumerate(concerns[:20]):
        take_concern(by=lena, concern=concern, at=NOW + timedelta(hours=4 if number < 10 else 5))
    assert counted_in(THIS)["clock"] == [("Due", 30), ("Looked at late", 20), ("Late, of a hundred", 67)]


def test_measures_and_appeals(report_post: ReportPost, eve: Person) -> None:
    concerns = many(report_post, eve, 20, "abuse")
    for number, concern in enumerate(concerns):
        measure = Measure.objects.create(concern=concern, kind="note", reason="abuse", at=NOW)
        state = Appeal.State.UPHELD if number < 8 else Appeal.State.REJECTED
        Appeal.objects.create(measure=measure, words="No", made_at=NOW, due_at=NOW, decided_at=NOW, state=state)
    found = counted_in(THIS)
    assert dict(found["measures"])["A word of advice"] == 20
    assert found["appeals"] == [
        ("Answered", 20),
        ("Taken back after an appeal", 10),
        ("Taken back, of a hundred", 50),
    ]


def test_a_quarter_is_published_once_it_is_over_and_never_changes(report_post: ReportPost, eve: Person) -> None:
    many(report_post, eve, 8, "abuse")
    assert quarters_to_publish(NOW) == []
    over = THIS.ended_at + timedelta(days=8)
    assert [publish_figures(at=at) for at in (NOW, over, over + timedelta(days=1))] == [0, 1, 0]
    before = QuarterFigures.objects.get().figures
    many(report_post, eve, 20, "abuse")
    assert (publish_figures(at=over), QuarterFigures.objects.get().figures) == (0, before)
    assert publish_figures(at=over + timedelta(days=200)) == 2
    assert [str(one) for one in QuarterFigures.objects.all()] == ["2027 Q2", "2027 Q1", "2026 Q4"]


def test_everybody_reads_them_and_takes_them_along(report_post: ReportPost, eve: Person) -> None:
    client = Client()
    assertContains(client.get(reverse("safety_figures")), "Nothing yet")
    many(report_post, eve, 8, "abuse")
    publish_figures(at=THIS.ended_at + timedelta(days=8))
    page = client.get(reverse("safety_figures"))
    assertContains(page, "2026 Q4")
    assertContains(page, "7 or fewer")
    lines = list(csv.reader(io.StringIO(client.get(reverse("safety_figures_csv")).content.decode())))
    assert lines[:3] == [
        ["quarter", "group", "what", "number"],
        ["2026 Q4", "What was reported", "Somebody may be in danger", "7 or fewer"],
        ["2026 Q4", "What was reported", "Bullying, threats or abuse", "10"],
    ]
    data = client.get(reverse("safety_figures_json")).json()
    assert data["2026 Q4"]["What was reported"]["Bullying, threats or abuse"] == 10
    assert data["2026 Q4"]["What was reported"]["Something else"] is None


@pytest.mark.parametrize("places", [1, 3])
def test_by_place_only_inside_and_in_two_queries(
    places: int, report_post: ReportPost, ada: Person, eve: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lena = make_person("Lena", Role.Kind.SAFEGUARDING_LEAD)
    for number in range(places):
        concern = report_post(by=ada, about=eve, reference=str(number), scope=f"network:{number}")
        take_concern(by=lena, concern=concern, at=NOW + timedelta(hours=5))
        measure = Measure.objects.create(
            concern=concern, kind="hide", reason="abuse", at=NOW, scope=concern.scope, subject_reference=str(number)
        )
        Appeal.objects.create(measure=measure, words="No", made_at=NOW, due_at=NOW, state="upheld")
    with django_assert_num_queries(2):
        found = figures_of_places()
    assert [(one.place, one.concerns, one.late, one.hours_to_look, one.measures, one.upheld) for one in found] == [
        ("Carers", 1, 1, 5.0, 1, 1)
    ] * places
