"""What three people report about one post, or five about one person, is held until somebody has looked."""

from datetime import timedelta
from functools import partial

import pytest

from messaging.models import Notice
from people.models import Person
from safeguarding.models import Concern, Measure
from safeguarding.operations import (
    block,
    close_concern,
    hand_back_concern,
    lift_measure,
    take_concern,
    take_measure,
    withdraw_report,
)
from safeguarding.queries import held_without_a_report, kept_back_by, waits_for_a_look
from tests.fixtures import NOW, make_person
from tests.matching.making import at_once
from tests.safeguarding.conftest import Host, ReportPost

LATER = NOW + timedelta(hours=2)
SCOPE = "network:1"


@pytest.fixture
def people(db: None) -> list[Person]:
    return [make_person(f"Person{number}") for number in range(6)]


def held() -> list[tuple[str, str]]:
    return sorted(Measure.objects.filter(lifted_at=None).values_list("subject_reference", "rule"))


# -- Three about one post


def test_the_third_person_holds_it_and_the_hold_is_nobodys(
    report_post: ReportPost, people: list[Person], eve: Person
) -> None:
    for person in people[:2]:
        report_post(by=person, about=eve)
    assert held() == []
    third = report_post(by=people[2], about=eve, at=LATER)
    hold = Measure.objects.get()
    assert (hold.kind, hold.rule, hold.by, hold.about, hold.concern, hold.scope, hold.at) == (
        "hold",
        "three",
        None,
        eve,
        third,
        SCOPE,
        LATER,
    )
    assert (hold.subject_kind, hold.subject_reference) == ("post", "1")
    report_post(by=people[3], about=eve)
    assert Measure.objects.get() == hold
    assert waits_for_a_look(eve, SCOPE) is False


def test_whoever_wrote_it_is_told_once_and_may_say_that_it_is_wrong(
    report_post: ReportPost, people: list[Person], eve: Person
) -> None:
    for person in people[:5]:
        report_post(by=person, about=eve)
    assert [notice.path for notice in Notice.objects.filter(person=eve)] == [
        f"/safety/measures/{Measure.objects.get().pk}/"
    ]


def test_what_is_held_is_looked_at_within_four_hours(
    report_post: ReportPost, people: list[Person], eve: Person
) -> None:
    for person in people[:3]:
        concern = report_post(by=person, about=eve, reason="spam", at=LATER)
    concern.refresh_from_db()
    assert (concern.severity, concern.due_at) == ("high", LATER + timedelta(hours=4))


def test_one_person_counts_once_and_who_has_a_block_counts_too(
    report_post: ReportPost, people: list[Person], ada: Person, eve: Person
) -> None:
    for _ in range(3):
        report_post(by=ada, about=eve)
    assert held() == []
    block(by=people[0], person=eve, known_as="Eve", at=NOW)
    block(by=eve, person=people[1], known_as="Person1", at=NOW)
    for person in people[:2]:
        report_post(by=person, about=eve)
    assert held() == [("1", "three")]


def test_what_was_taken_back_or_closed_does_not_count(
    report_post: ReportPost, people: list[Person], eve: Person, host: Host
) -> None:
    hana = host("Hana")
    withdraw_report(by=people[0], concern=report_post(by=people[0], about=eve), at=NOW)
    closed = report_post(by=people[1], about=eve)
    take_concern(by=hana, concern=closed, at=NOW)
    close_concern(by=hana, concern=closed, outcome="Nothing wrong", at=NOW)
    for person in people[2:4]:
        report_post(by=person, about=eve)
    assert held() == []
    report_post(by=people[4], about=eve)
    assert held() == [("1", "three")]


def test_what_two_say_to_each_other_is_not_held(report_post: ReportPost, people: list[Person], eve: Person) -> None:
    for person in people[:4]:
        report_post(by=person, about=eve, scope="")
    assert held() == []


def test_other_posts_other_people_and_other_places_do_not_add_up(
    report_post: ReportPost, people: list[Person], ada: Person, eve: Person
) -> None:
    report_post(by=people[0], about=eve, reference="1")
    report_post(by=people[1], about=eve, reference="2")
    report_post(by=people[2], about=ada, reference="3")
    report_post(by=people[3], about=eve, reference="4", scope="network:2")
    report_post(by=people[4], about=eve, reference="5", scope="network:2")
    report_post(by=people[5], about=eve, reference="6", scope="network:2")
    assert held() == []


# -- Five about one person


def test_five_people_about_posts_of_one_person_hold_them_all(
    report_post: ReportPost, people: list[Person], eve: Person
) -> None:
    for number, person in enumerate(people[:4]):
        report_post(by=person, about=eve, reference=str(number))
    assert (held(), waits_for_a_look(eve, SCOPE)) == ([], False)
    report_post(by=people[4], about=eve, reference="4")
    assert held() == [(str(number), "five") for number in range(5)]
    assert [waits_for_a_look(eve, scope) for scope in (SCOPE, "network:2", "")] == [True, False, False]
    assert waits_for_a_look(people[0], SCOPE) is False
    assert Notice.objects.filter(person=eve).count() == 1


def test_a_hold_of_three_grows_into_one_of_five(report_post: ReportPost, people: list[Person], eve: Person) -> None:
    for person in people[:3]:
        report_post(by=person, about=eve, reference="1")
    for person in people[3:5]:
        report_post(by=person, about=eve, reference="2")
    assert held() == [("1", "five"), ("2", "five")]


def test_one_person_who_reports_five_posts_is_one(report_post: ReportPost, people: list[Person], eve: Person) -> None:
    for number in range(6):
        report_post(by=people[0], about=eve, reference=str(number))
    assert held() == []


def test_new_posts_wait_until_the_last_of_them_was_looked_at(
    report_post: ReportPost, people: list[Person], eve: Person, dev: Person
) -> None:
    for number, person in enumerate(people[:5]):
        report_post(by=person, about=eve, reference=str(number))
    for left, hold in enumerate(Measure.objects.all(), start=-4):
        lift_measure(by=make_person(f"Lena{left}", "safeguarding_lead"), measure=hold, because="Looked", at=LATER)
        assert waits_for_a_look(eve, SCOPE) is (left < 0)


# -- Until somebody has looked


@pytest.fixture
def concern(report_post: ReportPost, people: list[Person], eve: Person) -> Concern:
    """The third report, which held the post."""
    return [report_post(by=person, about=eve) for person in people[:3]][-1]


def test_closing_lets_go_what_was_held(concern: Concern, host: Host, eve: Person) -> None:
    hana = host("Hana")
    take_concern(by=hana, concern=concern, at=LATER)
    hand_back_concern(by=hana, concern=concern, at=LATER)
    take_concern(by=hana, concern=concern, at=LATER)
    assert held() == [("1", "three")]
    close_concern(by=hana, concern=concern, outcome="A misunderstanding", at=LATER)
    hold = Measure.objects.get()
    assert (hold.lifted_at, hold.lifted_by, held()) == (LATER, hana, [])
    assert Notice.objects.filter(person=eve).count() == 2


def test_what_danger_was_seen_in_stays_held_until_those_who_keep_people_safe_have_looked(
    concern: Concern, host: Host, report_post: ReportPost, people: list[Person], eve: Person
) -> None:
    hana, lena = host("Hana"), make_person("Lena", "safeguarding_lead")
    danger = report_post(by=people[3], about=eve, reason="harm", at=LATER)
    for by, one in ((hana, concern), (lena, danger)):
        assert held() == [("1", "three")]
        take_concern(by=by, concern=one, at=LATER)
        close_concern(by=by, concern=one, outcome="We talked", at=LATER)
    assert held() == []


def test_what_is_hidden_stays_hidden_when_the_concern_is_closed(concern: Concern, host: Host) -> None:
    hana = host("Hana")
    take_concern(by=hana, concern=concern, at=LATER)
    take_measure(by=hana, concern=concern, kind="hide", reason="abuse", words="Too harsh", at=LATER)
    close_concern(by=hana, concern=concern, outcome="Hidden", at=LATER)
    assert [one.kind for one in kept_back_by("post", "1")] == ["hide"]


def test_taking_reports_back_lets_nothing_go_and_somebody_still_finds_it(
    concern: Concern, people: list[Person], host: Host, ada: Person, eve: Person
) -> None:
    hana = host("Hana")
    assert list(held_without_a_report(hana)) == []
    for one in Concern.objects.select_related("raised_by"):
        assert one.raised_by is not None
        withdraw_report(by=one.raised_by, concern=one, at=LATER)
    [hold] = held_without_a_report(hana)
    assert [list(held_without_a_report(person)) for person in (ada, eve)] == [[], []]
    lift_measure(by=hana, measure=hold, because="Nothing wrong", at=LATER)
    assert (held(), list(held_without_a_report(hana))) == ([], [])


def test_what_was_lifted_is_held_again_by_new_reports_only(
    concern: Concern, report_post: ReportPost, people: list[Person], host: Host, eve: Person
) -> None:
    lift_measure(by=host("Hana"), measure=Measure.objects.get(), because="Nothing wrong", at=LATER)
    after = LATER + timedelta(minutes=1)
    for person in people[3:5]:
        report_post(by=person, about=eve, at=after)
        assert held() == []
    report_post(by=people[5], about=eve, at=after)
    assert held() == [("1", "three")]


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.parametrize("posts", [1, 16])
def test_of_many_reports_at_once_exactly_one_makes_the_hold(posts: int, report_post: ReportPost) -> None:
    for _ in range(8):
        eve = make_person(f"Eve{Person.objects.count()}")
        people = [make_person(f"P{Person.objects.count()}") for _ in range(16)]
        first = eve.pk * 100
        at_once(
            [
                partial(report_post, by=person, about=eve, reference=str(first + number % posts))
                for number, person in enumerate(people)
            ]
        )
        holds = Measure.objects.filter(about=eve)
        assert Concern.objects.filter(about=eve).count() == 16
        assert len(holds) == posts
        assert {hold.rule for hold in holds} == {"three" if posts == 1 else "five"}
        assert Notice.objects.filter(person=eve).count() == (1 if posts == 1 else 12)
