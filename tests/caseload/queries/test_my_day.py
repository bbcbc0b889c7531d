"""What an adviser has before them today."""

from datetime import date, timedelta

from caseload.queries import MyDay, my_day_of, my_people_of
from caseload.queries.my_day import Due
from messaging.hours import USUAL, hours_words
from messaging.operations import change_hours
from people.models import Person
from support.models import Goal, Signature, Step
from tests.caseload.making import make_agreement, make_appointment, make_helper, make_request, make_round, pair, propose
from tests.fixtures import NOW, make_person

TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)


def day_of(person: Person) -> MyDay:
    return my_day_of(person, my_people_of(person), at=NOW)


def words_of(person: Person) -> list[tuple[str, bool]]:
    return [(one.words, one.is_late) for one in day_of(person).due]


def test_a_day_on_which_nothing_waits(ben: Person) -> None:
    make_helper(ben)
    assert day_of(ben) == MyDay(day=TODAY, appointments=[], unread=0, due=[], hours="", away_until=None)


def test_what_was_written_is_counted(ben: Person, ada: Person, cleo: Person) -> None:
    helper = make_helper(ben)
    for member in (ada, cleo):
        pair(make_request(member, state="paired"), helper, days=3, last=2)
    assert day_of(ben).unread == 2


def test_appointments_of_today_and_those_to_say_something_of(ben: Person, ada: Person, cleo: Person) -> None:
    helper, hour = make_helper(ben), timedelta(hours=1)
    pairing = pair(make_request(ada, state="paired"), helper, last=1)
    later, now = make_appointment(pairing, NOW + 2 * hour), make_appointment(pairing, NOW)
    over = make_appointment(pairing, NOW - timedelta(days=2))
    make_appointment(pairing, NOW + timedelta(days=1))
    make_appointment(pairing, NOW + hour, state="cancelled")
    other = pair(make_request(make_person("Gil", area=ada.area), state="paired"), make_helper(cleo))
    make_appointment(other, NOW + hour)
    day = day_of(ben)
    assert day.appointments == [now, later]
    words = f"Say how it went with Ada on {over.begins_at.day} {over.begins_at:%B}"
    assert day.due == [Due(words, f"/together/appointments/{over.pk}/")]


def test_who_may_choose_me(ben: Person, ada: Person) -> None:
    propose(make_round(None), make_request(ada, state="choosing"), make_helper(ben), state="offered")
    assert day_of(ben).due == [Due("1 person may choose you: look whether it suits you", "/helping/")]


def test_my_checks(ben: Person) -> None:
    helper = make_helper(ben, vetted_until=TODAY + timedelta(days=31))
    assert words_of(ben) == []
    found: dict[date | None, list[tuple[str, bool]]] = {}
    for until in (TODAY + timedelta(days=30), YESTERDAY, None):
        type(helper).objects.update(vetted_until=until)
        found[until] = words_of(ben)
    soon = TODAY + timedelta(days=30)
    late = [("Your checks need a new date: ask your coordinator", True)]
    assert found == {
        soon: [(f"Your checks run out on {soon.day} {soon:%B}: ask your coordinator", False)],
        YESTERDAY: late,
        None: late,
    }


def test_agreements_to_sign_and_to_look_at_again(ben: Person, ada: Person, cleo: Person) -> None:
    helper = make_helper(ben)
    with_ada, with_cleo = (pair(make_request(one, state="paired"), helper, last=1) for one in (ada, cleo))
    proposed = make_agreement(with_ada, state="proposed", review_on=TODAY + timedelta(days=90))
    make_agreement(with_cleo, review_on=YESTERDAY)
    assert words_of(ben) == [
        ("Look again at the agreement with Cleo", True),
        ("Sign the agreement with Ada, or say what should be different", False),
    ]
    Signature.objects.create(agreement=proposed, person=ben, at=NOW)
    type(with_cleo).objects.filter(pk=with_cleo.pk).update(state="ended", ended_at=NOW)
    assert words_of(ben) == []


def test_my_steps_of_today_and_before(ben: Person, ada: Person) -> None:
    pairing = pair(make_request(ada, state="paired"), make_helper(ben), last=1)
    goal = Goal.objects.create(member=ada, pairing=pairing, words="Sleep", state="active", proposed_at=NOW)
    for words, whose, day in [
        ("Ask the surgery", "helper", TODAY),
        ("Walk together", "both", YESTERDAY),
        ("Write it down", "member", TODAY),
        ("Later", "helper", TODAY + timedelta(days=1)),
        ("Some day", "helper", None),
    ]:
        Step.objects.create(goal=goal, words=words, whose=whose, by_when=day, added_at=NOW)
    assert words_of(ben) == [("With Ada: Walk together", True), ("With Ada: Ask the surgery", False)]


def test_whom_nobody_has_written_to_for_two_weeks(ben: Person, ada: Person, cleo: Person) -> None:
    helper = make_helper(ben)
    pair(make_request(ada, state="paired"), helper, days=40, last=15)
    pair(make_request(cleo, state="paired"), helper, days=40, last=13)
    [silent] = day_of(ben).due
    assert silent.words == "You and Ada have not written for 15\N{NO-BREAK SPACE}days"


def test_my_hours(ben: Person) -> None:
    change_hours(by=ben, hours=USUAL, away_until=TODAY)
    assert (day_of(ben).hours, day_of(ben).away_until) == (hours_words(USUAL), TODAY)
