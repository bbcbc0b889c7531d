"""Taking measures and lifting them: by whom, because of what, in which words, and what who lies above hears of it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.dispatch import Signal

from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Person, Role
from safeguarding.models import Appeal, Concern, Measure
from safeguarding.operations import (
    DaysAreMissing,
    MayNotMeasure,
    WordsAreMissing,
    appeal_against,
    lift_measure,
    take_concern,
    take_measure,
)
from safeguarding.queries import in_force_about, kept_back_by
from safeguarding.signals import measure_lifted, measure_taken
from tests.fixtures import NOW, make_person
from tests.safeguarding.conftest import Host, ReportPost

LATER = NOW + timedelta(days=1)
Heard = list[tuple[str, str, Person | None, datetime]]


@pytest.fixture
def heard() -> Iterator[Heard]:
    """What a receiver above hears: what happened, to which kind of measure, by whom, when."""
    found: Heard = []

    def listen(signal: Signal, name: str) -> Any:
        def hear(sender: object, measure: Measure, by: Person | None, at: datetime, **_: object) -> None:
            found.append((name, measure.kind, by, at))

        signal.connect(hear)
        return lambda: signal.disconnect(hear)

    ends = [listen(measure_taken, "taken"), listen(measure_lifted, "lifted")]
    yield found
    for end in ends:
        end()


def measure(by: Person, concern: Concern, kind: str = "hide", **more: Any) -> Measure:
    facts: dict[str, Any] = {"reason": "abuse", "words": " Please leave her alone. ", "at": NOW}
    return take_measure(by=by, concern=concern, kind=kind, **facts | more)


@pytest.fixture
def taken(report_post: ReportPost, host: Host, ada: Person, eve: Person) -> tuple[Person, Concern]:
    """Hana moderates, and looks into what Ada reported of Eve's."""
    hana, concern = host("Hana"), report_post(by=ada, about=eve)
    take_concern(by=hana, concern=concern, at=NOW)
    return hana, concern


@pytest.mark.parametrize(
    ("kind", "days", "until", "subject"),
    [
        ("note", None, None, ("", "")),
        ("hold", None, None, ("post", "1")),
        ("hide", None, None, ("post", "1")),
        ("mute", 7, NOW + timedelta(days=7), ("", "")),
        ("remove", None, None, ("", "")),
        ("ban", None, None, ("", "")),
        # A number that belongs to a mute says nothing about the others.
        ("ban", 7, None, ("", "")),
    ],
)
def test_what_is_kept_of_a_measure(
    taken: tuple[Person, Concern],
    eve: Person,
    heard: Heard,
    kind: str,
    days: int | None,
    until: datetime | None,
    subject: tuple[str, str],
) -> None:
    hana, concern = taken
    made = measure(hana, concern, kind, days=days)
    made.refresh_from_db()
    assert (made.kind, made.concern, made.about, made.scope, made.by, made.at) == (
        kind,
        concern,
        eve,
        "network:1",
        hana,
        NOW,
    )
    assert (made.words, made.reason, made.until, made.rule) == ("Please leave her alone.", "abuse", until, "")
    assert (made.subject_kind, made.subject_reference) == subject
    assert heard == [("taken", kind, hana, NOW)]


def test_whom_it_is_about_is_told_once_and_without_private_words(taken: tuple[Person, Concern], eve: Person) -> None:
    made = measure(*taken, "mute", days=3)
    [notice] = Notice.objects.filter(person=eve)
    assert (notice.kind, notice.path) == ("safety", f"/safety/measures/{made.pk}/")
    assert "leave her alone" not in notice.subject + notice.body
    assert "Carers" not in notice.subject + notice.body


@pytest.mark.parametrize("words", ["", "  ", "\n"])
def test_nothing_is_done_without_words_for_the_person(taken: tuple[Person, Concern], heard: Heard, words: str) -> None:
    with pytest.raises(WordsAreMissing):
        measure(*taken, words=words)
    assert (Measure.objects.count(), heard) == (0, [])


@pytest.mark.parametrize("days", [None, 0, -1, 29])
def test_a_mute_is_for_one_day_to_28(taken: tuple[Person, Concern], days: int | None) -> None:
    with pytest.raises(DaysAreMissing):
        measure(*taken, "mute", days=days)


@pytest.mark.parametrize("days", [1, 28])
def test_a_mute_ends_by_itself(taken: tuple[Person, Concern], eve: Person, days: int) -> None:
    made = measure(*taken, "mute", days=days)
    assert made.until is not None
    last = made.until - timedelta(seconds=1)
    assert [list(in_force_about(eve, "network:1", at)) for at in (NOW, last, made.until)] == [[made], [made], []]
    with pytest.raises(HasMovedOn):
        lift_measure(by=taken[0], measure=made, because="Long over", at=made.until)


def test_no_measure_without_a_concern_one_has_taken(
    report_post: ReportPost, host: Host, ada: Person, eve: Person, dev: Person
) -> None:
    hana, iris = host("Hana"), host("Iris")
    concern = report_post(by=ada, about=eve)
    with pytest.raises(HasMovedOn):
        measure(hana, concern)
    take_concern(by=iris, concern=concern, at=NOW)
    for other in (hana, dev):
        with pytest.raises(HasMovedOn):
            measure(other, concern)
    with pytest.raises(MayNotMeasure):
        measure(ada, concern)
    assert Measure.objects.count() == 0


def test_moderators_only_there_and_keepers_everywhere(
    taken: tuple[Person, Concern], report_post: ReportPost, cleo: Person, eve: Person
) -> None:
    with pytest.raises(MayNotMeasure):
        measure(*taken, "ban", scope="")
    with pytest.raises(MayNotMeasure):
        measure(*taken, "ban", scope="network:2")
    lena = make_person("Lena", Role.Kind.SAFEGUARDING_LEAD)
    other = report_post(by=cleo, about=eve, reference="2")
    take_concern(by=lena, concern=other, at=NOW)
    with pytest.raises(MayNotMeasure):
        measure(lena, other, "hide", scope="")
    everywhere = measure(lena, other, "ban", scope="")
    assert [list(in_force_about(eve, scope, NOW)) for scope in ("network:1", "network:7", "")] == [[everywhere]] * 3


def test_words_are_hidden_once_and_hiding_takes_the_place_of_holding(
    taken: tuple[Person, Concern], eve: Person, heard: Heard
) -> None:
    hold = measure(*taken, "hold")
    with pytest.raises(HasMovedOn):
        measure(*taken, "hold")
    hide = measure(*taken, "hide", at=LATER)
    hold.refresh_from_db()
    assert (hold.lifted_at, hold.lifted_by, list(kept_back_by("post", "1"))) == (LATER, taken[0], [hide])
    assert [(what, kind) for what, kind, _, _ in heard] == [("taken", "hold"), ("taken", "hide"), ("lifted", "hold")]
    assert Notice.objects.filter(person=eve).count() == 2


def test_lifting_keeps_who_when_and_why_and_happens_once(
    taken: tuple[Person, Concern], dev: Person, eve: Person, heard: Heard
) -> None:
    made = measure(*taken)
    for because in ("", " "):
        with pytest.raises(WordsAreMissing):
            lift_measure(by=dev, measure=made, because=because, at=LATER)
    stale = Measure.objects.get()
    lift_measure(by=dev, measure=made, because=" We were wrong. ", at=LATER)
    with pytest.raises(HasMovedOn):
        lift_measure(by=taken[0], measure=stale, because="Me too", at=LATER)
    made.refresh_from_db()
    assert (made.lifted_at, made.lifted_by, made.lifted_because) == (LATER, dev, "We were wrong.")
    assert heard[1:] == [("lifted", "hide", dev, LATER)]
    assert Notice.objects.filter(person=eve).count() == 2
    assert list(kept_back_by("post", "1")) == []


def test_lifting_settles_an_appeal_that_waits(taken: tuple[Person, Concern], eve: Person) -> None:
    made = measure(*taken)
    appeal_against(by=eve, measure=made, words="It was a song", at=NOW)
    lift_measure(by=taken[0], measure=made, because="It was a song indeed", at=LATER)
    appeal = Appeal.objects.get()
    assert (appeal.state, appeal.decided_by, appeal.decided_at, appeal.answer) == (
        "upheld",
        None,
        LATER,
        "It was a song indeed",
    )
