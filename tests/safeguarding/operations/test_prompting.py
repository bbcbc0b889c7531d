"""What a program noticed: raised by nobody, once a day for each kind, hidden from its writer, judged when closed."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from people.models import Person, StateChange
from people.queries import history_of
from safeguarding.evidence import Earlier, Evidence
from safeguarding.models import Concern
from safeguarding.operations import JudgementIsMissing, close_concern, prompt_about, take_concern
from safeguarding.queries import Alarms, alarms_counted, concerns_for, people_in_open_concerns, reports_by
from safeguarding.screening import Worry, worries_in
from tests.fixtures import NOW, make_person

WISH = "I want to die"
HIT = "He hits me"


def notice(person: Person, words: str = WISH, *, hours: int = 0) -> list[Concern]:
    at = NOW + timedelta(hours=hours)
    evidence = Evidence(
        kind="message",
        reference="7",
        author=person.chosen_name,
        text=words,
        written_at=at,
        earlier=(Earlier("Hello", NOW),),
    )
    return prompt_about(about=person, worries=worries_in(words), evidence=evidence, at=at)


def noticed() -> list[tuple[str, str, int]]:
    return list(Concern.objects.order_by("pk").values_list("noticed_kind", "evidence_text", "times_noticed"))


def test_a_concern_of_nobodys_with_the_words_and_the_evidence(ada: Person) -> None:
    [concern] = notice(ada, "Ben, I want to die")
    concern.refresh_from_db()
    assert (concern.raised_by, concern.about, concern.area, concern.reason, concern.was_noticed) == (
        None,
        ada,
        ada.area,
        "noticed",
        True,
    )
    assert concern.worries == worries_in("Ben, I want to die")
    assert [worry.words for worry in concern.worries] == ["want to die"]
    assert (concern.evidence_text, concern.earlier_words) == ("Ben, I want to die", [Earlier("Hello", NOW)])
    assert (concern.state, concern.rightly_noticed) == ("open", None)


def test_one_a_day_for_each_kind_and_person(ada: Person, cleo: Person) -> None:
    first = notice(ada)
    assert notice(ada, f"Again, {WISH}", hours=2) == first
    notice(ada, f"{WISH}. {HIT}.", hours=3)
    notice(cleo, hours=4)
    notice(ada, hours=24)
    assert noticed() == [
        ("self_harm", WISH, 3),
        ("harmed", f"{WISH}. {HIT}.", 1),
        ("self_harm", WISH, 1),
        ("self_harm", WISH, 1),
    ]


def test_one_kind_about_two_people_is_one_concern(ada: Person) -> None:
    [concern] = notice(ada, "I want to die. My brother wants to die.")
    assert [worry.about for worry in concern.worries] == ["writer", "somebody_else"]


def test_after_it_was_closed_it_is_raised_again_the_same_day(ada: Person, dev: Person) -> None:
    [first] = notice(ada)
    take_concern(by=dev, concern=first, at=NOW)
    assert notice(ada, hours=1) == [first]
    close_concern(by=dev, concern=first, outcome="We talked", rightly_noticed=True, at=NOW)
    notice(ada, hours=2)
    assert list(Concern.objects.order_by("pk").values_list("state", flat=True)) == ["closed", "open"]


def test_the_database_holds_to_one_a_day(ada: Person) -> None:
    [first] = notice(ada)
    first.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_is_raised_and_all_are_counted(ada: Person) -> None:
    barrier = threading.Barrier(6)

    def write() -> None:
        barrier.wait()
        notice(ada)
        connection.close()

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert noticed() == [("self_harm", WISH, 6)]


def test_nothing_noticed_raises_nothing(ada: Person) -> None:
    assert notice(ada, "Hello") == []
    assert not Concern.objects.exists()


def test_those_who_keep_people_safe_see_it_and_its_writer_never(ada: Person, dev: Person, eve: Person) -> None:
    [concern] = notice(ada)
    [of_dev] = notice(dev)
    lena = make_person("Lena", "safeguarding_lead")
    assert {person.chosen_name: set(concerns_for(person)) for person in (ada, dev, eve, lena)} == {
        "Ada": set(),
        "Dev": {concern},
        "Eve": set(),
        "Lena": {concern, of_dev},
    }
    assert [list(history_of(person)) for person in (ada, dev)] == [[], []]
    assert [list(reports_by(person)) for person in (ada, dev)] == [[], []]
    assert StateChange.objects.filter(by=None, person=None).count() == StateChange.objects.count() == 2


def test_it_decides_nothing_until_a_person_takes_it(ada: Person, dev: Person) -> None:
    [concern] = notice(ada)
    assert people_in_open_concerns() == set()
    take_concern(by=dev, concern=concern, at=NOW)
    assert people_in_open_concerns() == {ada.pk}


@pytest.mark.parametrize("rightly", [True, False])
def test_closing_says_whether_it_was_right(rightly: bool, ada: Person, dev: Person) -> None:
    [concern] = notice(ada)
    take_concern(by=dev, concern=concern, at=NOW)
    with pytest.raises(JudgementIsMissing):
        close_concern(by=dev, concern=concern, outcome="We talked", at=NOW)
    close_concern(by=dev, concern=concern, outcome="We talked", rightly_noticed=rightly, at=NOW)
    concern.refresh_from_db()
    assert (concern.state, concern.rightly_noticed) == ("closed", rightly)


def test_alarms_are_counted_by_what_people_found(ada: Person, cleo: Person, dev: Person, eve: Person) -> None:
    assert alarms_counted() == Alarms(0, 0)
    lena = make_person("Lena", "safeguarding_lead")
    for person, rightly in ((ada, True), (cleo, False), (eve, False), (dev, None)):
        [concern] = notice(person)
        if rightly is not None:
            take_concern(by=lena, concern=concern, at=NOW)
            close_concern(by=lena, concern=concern, outcome="Done", rightly_noticed=rightly, at=NOW)
    assert alarms_counted() == Alarms(rightly=1, falsely=2)


def test_worries_come_back_as_they_were_kept() -> None:
    worries = worries_in("I want to die, and my brother wants to kill himself. I can't go on.")
    assert len(worries) == 2
    assert [Worry.of_facts(worry.as_facts()) for worry in worries] == worries
