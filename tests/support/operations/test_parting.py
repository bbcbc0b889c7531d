"""Parting: words to each other, the look back, what is shown to the next, and coming back with everything kept."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from matching.models import Pairing, Request
from matching.operations import accept_offer, end_pairing, save_request, send_request
from people.errors import HasMovedOn
from people.models import Person, Role
from safeguarding.operations import block
from support.models import LookBack, StepDown
from support.operations import (
    ask_again,
    end_together,
    hide_look_back,
    mark_step,
    propose_step_down,
    reach_goal,
    say_farewell,
    show_look_back,
    sign_agreement,
)
from support.queries import before_of, earlier_time_of, looking_back_of
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, at_once, fresh, offered
from tests.support.making import a_step, goal_of_both, proposed_agreement, proposed_goal

LATER = NOW + timedelta(days=100)


@pytest.fixture
def again(ada: Person, dev: Person, pairing: Pairing) -> Pairing:
    """Ada and Ben have parted; Bea is alongside Ada now."""
    bea = make_person("Bea", Role.Kind.ADVISER, area=ada.area, age_group="26_64", languages=["en"])
    goal_of_both(pairing)
    end_pairing(by=ada, pairing=fresh(pairing), look_again=True, at=NOW)
    active_helper(bea, dev, capacity=2)
    offers = {offer.helper.person: offer for offer in offered(dev, ada, at=LATER)}
    return accept_offer(by=ada, proposal=fresh(offers[bea]), at=LATER)


def test_the_look_back_keeps_the_goals_as_they_were(ada: Person, ben: Person, pairing: Pairing) -> None:
    goal = goal_of_both(pairing)
    mark_step(by=ben, step=a_step(ada, goal), state="done", at=NOW)
    a_step(ben, goal)
    proposed_goal(ben, pairing, "Never agreed to")
    end_together(by=ada, pairing=fresh(pairing), words="Thank you.", wish="nothing", at=NOW)
    reach_goal(by=ada, goal=fresh(goal), at=LATER)
    then = {"words": "To the shop alone", "state": "active", "done": 1, "total": 2}
    found = LookBack.objects.get()
    assert (found.goals, found.wish, found.at) == ([then], "nothing", NOW)


@pytest.mark.parametrize(
    ("who", "wish", "after"),
    [
        ("ada", "", "ended"),
        ("ada", "nothing", "ended"),
        ("ada", "peer", "ended"),
        ("ada", "network", "ended"),
        ("ada", "somebody", "waiting"),
        ("ben", "nothing", "waiting"),
    ],
)
def test_what_becomes_of_the_request(
    who: str, wish: str, after: str, ada: Person, ben: Person, pairing: Pairing
) -> None:
    end_together(by={"ada": ada, "ben": ben}[who], pairing=fresh(pairing), words="", wish=wish, at=NOW)
    assert fresh(pairing.request).state == after
    assert LookBack.objects.get().wish == (wish if who == "ada" else "")


@pytest.mark.parametrize("how", ["ended by Ada", "ended by Ben", "ended by Dev", "blocked"])
def test_however_it_ends_there_is_a_look_back(
    how: str, ada: Person, ben: Person, dev: Person, pairing: Pairing
) -> None:
    if how == "blocked":
        block(by=ada, person=ben, known_as="Ben", at=NOW)
    else:
        by = {"Ada": ada, "Ben": ben, "Dev": dev}[how.rsplit(maxsplit=1)[-1]]
        end_pairing(by=by, pairing=fresh(pairing), look_again=False, at=NOW)
    assert LookBack.objects.get().pairing == pairing


def test_words_are_read_once_it_has_ended_and_not_written_after(ada: Person, ben: Person, pairing: Pairing) -> None:
    say_farewell(by=ben, pairing=pairing, words="You did well.", at=NOW)
    assert looking_back_of(ada, fresh(pairing)).farewells == []
    assert looking_back_of(ben, fresh(pairing)).mine == "You did well."
    end_together(by=ada, pairing=fresh(pairing), words="Thank you.", wish="", at=NOW)
    for viewer in (ada, ben):
        words = {one.words for one in looking_back_of(viewer, fresh(pairing)).farewells}
        assert words == {"You did well.", "Thank you."}
    with pytest.raises(HasMovedOn):
        say_farewell(by=ben, pairing=fresh(pairing), words="And another thing", at=LATER)


def test_no_words_take_back_those_before(ben: Person, pairing: Pairing) -> None:
    say_farewell(by=ben, pairing=pairing, words="You did well.", at=NOW)
    say_farewell(by=ben, pairing=pairing, words="", at=NOW)
    assert looking_back_of(ben, pairing).mine == ""


def test_who_is_kept_apart_reads_no_words_of_the_other(ada: Person, ben: Person, pairing: Pairing) -> None:
    say_farewell(by=ben, pairing=pairing, words="I will find you.", at=NOW)
    block(by=ada, person=ben, known_as="Ben", at=NOW)
    assert looking_back_of(ada, fresh(pairing)).farewells == []


@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
def test_nobody_else_ends_it_this_way(name: str, pairing: Pairing, request: pytest.FixtureRequest) -> None:
    with pytest.raises(PermissionDenied):
        end_together(by=request.getfixturevalue(name), pairing=pairing, words="", wish="", at=NOW)
    assert fresh(pairing).state == "active"


def test_the_next_reads_what_the_member_shows_and_no_more(ada: Person, again: Pairing) -> None:
    bea, found = again.helper.person, LookBack.objects.get()
    assert ([one.is_shown for one in before_of(ada, again)], before_of(bea, again)) == ([False], [])
    show_look_back(by=ada, look_back=found, pairing=again, at=LATER)
    show_look_back(by=ada, look_back=found, pairing=again, at=LATER)
    assert [one.look_back for one in before_of(bea, again)] == [found]
    hide_look_back(by=ada, look_back=found, pairing=again)
    assert (before_of(bea, again), earlier_time_of(bea, again, found.pk)) == ([], None)


def test_it_is_the_members_to_show(ada: Person, ben: Person, again: Pairing) -> None:
    found = LookBack.objects.get()
    for person in (ben, again.helper.person):
        with pytest.raises(PermissionDenied):
            show_look_back(by=person, look_back=found, pairing=again, at=LATER)
    show_look_back(by=ada, look_back=found, pairing=again, at=LATER)
    for person in (ben, again.helper.person):
        with pytest.raises(PermissionDenied):
            hide_look_back(by=person, look_back=found, pairing=again)
    assert [one.look_back for one in before_of(again.helper.person, again)] == [found]
    end_pairing(by=ada, pairing=fresh(again), look_again=False, at=LATER)
    assert before_of(again.helper.person, fresh(again)) == []


@pytest.mark.parametrize(
    ("wish", "wants", "wish_names"),
    [("anew", "either", "Dora"), ("peer", "peer", "Dora"), ("same", "either", "Ben\nDora")],
)
def test_coming_back_nothing_is_asked_again(
    wish: str, wants: str, wish_names: str, ada: Person, pairing: Pairing
) -> None:
    Request.objects.filter(pk=pairing.request_id).update(wish_names="Dora")
    end_together(by=ada, pairing=fresh(pairing), words="", wish="nothing", at=NOW)
    draft = ask_again(by=ada, wish=wish, at=LATER)
    said = fresh(draft)
    assert (said.state, said.asked_at, said.story) == ("draft", NOW, "My story")
    assert (said.wants, said.wish_names) == (wants, wish_names)
    assert [topic.slug for topic in said.topics.all()] == ["anxiety"]
    send_request(by=ada, request=said, consents=["matching"], at=LATER)
    assert (fresh(draft).state, fresh(draft).asked_at) == ("waiting", NOW)


def test_nobody_wishes_for_whom_they_are_kept_apart_from(ada: Person, ben: Person, pairing: Pairing) -> None:
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=NOW)
    block(by=ada, person=ben, known_as="Ben", at=NOW)
    assert ask_again(by=ada, wish="same", at=LATER).wish_names == ""


def test_who_may_be_alongside_again_is_found_for_them(ada: Person, ben: Person, dev: Person, pairing: Pairing) -> None:
    end_together(by=ada, pairing=fresh(pairing), words="", wish="nothing", at=NOW)
    draft = ask_again(by=ada, wish="same", at=LATER)
    save_request(by=ada, request=draft, answers={"story": "It is back."}, facts={})
    send_request(by=ada, request=draft, consents=["matching"], at=LATER)
    assert [offer.helper.person for offer in offered(dev, ada, at=LATER)] == [ben]


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_ending_while_much_else_is_pressed_nobody_waits_in_a_circle(ada: Person, ben: Person, pairing: Pairing) -> None:
    """Whatever comes first is done, whatever comes after the end is refused, and there is one look back."""
    proposed = proposed_agreement(ben, pairing)
    day = NOW.date() + timedelta(days=7)

    def plan(by: Person) -> None:
        until = day + timedelta(days=30)
        stages = [(day, "Less")]
        propose_step_down(by=by, pairing=fresh(pairing), stages=stages, until=until, words="", at=NOW)

    def end(by: Person) -> None:
        end_together(by=by, pairing=fresh(pairing), words="Thank you.", wish="nothing", at=NOW)

    def press(act: Callable[[], object]) -> bool:
        try:
            act()
        except HasMovedOn:
            return False
        return True

    acts: list[Callable[[], object]] = [
        lambda: sign_agreement(by=ada, agreement=fresh(proposed), at=NOW),
        lambda: plan(ada),
        lambda: plan(ben),
        lambda: proposed_goal(ada, fresh(pairing)),
        lambda: say_farewell(by=ben, pairing=fresh(pairing), words="You did well.", at=NOW),
        lambda: end(ada),
        lambda: end(ben),
        lambda: end_pairing(by=ada, pairing=fresh(pairing), look_again=True, at=NOW),
    ]
    at_once([lambda act=act: press(act) for act in acts])  # type: ignore[misc]
    assert (fresh(pairing).state, LookBack.objects.count()) == ("ended", 1)
    assert not StepDown.objects.filter(state__in=["proposed", "agreed"]).exists()
    assert fresh(pairing.helper).places_taken == 0
