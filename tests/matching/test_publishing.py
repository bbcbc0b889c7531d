"""Approving all: one after the other, with what could not be offered in words, stopped and gone on with."""

import pytest

from matching.errors import NotYours
from matching.models import Publication, Round
from matching.operations import pause_help, publish, run_round, start_publication, stop_publication
from people.errors import HasMovedOn
from people.models import Person, Role
from tests.fixtures import NOW, make_person
from tests.matching.making import active_helper, approve_all, fresh, sent_request, when_a_job_says


@pytest.fixture
def made(dev: Person) -> Round:
    """A round that proposes three pairs."""
    for number in range(3):
        sent_request(make_person(f"Ada{number}", area=dev.area))
        active_helper(make_person(f"Ben{number}", area=dev.area), dev)
    found = run_round(by=dev, area=dev.area, at=NOW)
    found.proposals.exclude(position=1).delete()
    return found


def states(made: Round) -> list[str]:
    return list(made.proposals.order_by("request__asked_at", "request_id").values_list("state", flat=True))


def test_all_become_offers(made: Round, dev: Person) -> None:
    assert approve_all(by=dev, round=made, at=NOW) == (3, [])
    assert states(made) == ["offered"] * 3


def test_what_could_not_be_offered_is_told_in_words(made: Round, dev: Person) -> None:
    paused = made.proposals.first()
    assert paused is not None
    pause_help(by=paused.helper.person, helper=paused.helper, at=NOW)
    assert approve_all(by=dev, round=made, at=NOW) == (2, [f"{paused.helper} takes nobody new at the moment."])
    assert fresh(made.publications.get()).refused == [f"{paused.helper} takes nobody new at the moment."]


def test_it_says_how_far_it_is(made: Round, dev: Person) -> None:
    shares: list[int] = []
    with when_a_job_says("Publishing 3 of 3", lambda: shares.append(made.publications.get().percent)):
        approve_all(by=dev, round=made, at=NOW)
    assert shares == [67]


def test_stopped_it_can_be_gone_on_with(made: Round, dev: Person) -> None:
    """The one at hand is finished; the next is not begun."""
    with when_a_job_says(
        "Publishing 1 of 3", lambda: stop_publication(by=dev, publication=made.publications.get(), at=NOW)
    ):
        assert approve_all(by=dev, round=made, at=NOW) == (1, [])
    first = made.publications.get()
    assert (first.state, first.approved) == (Publication.State.CANCELLED, 1)
    assert sorted(states(made)) == ["offered", "proposed", "proposed"]
    assert approve_all(by=dev, round=made, at=NOW) == (2, [])
    assert states(made) == ["offered"] * 3


def test_one_at_a_time(made: Round, dev: Person) -> None:
    start_publication(by=dev, round=made, at=NOW)
    with pytest.raises(HasMovedOn, match="being approved already"):
        start_publication(by=dev, round=made, at=NOW)


def test_of_two_workers_one_does_it(made: Round, dev: Person) -> None:
    publication = start_publication(by=dev, round=made, at=NOW)
    again = fresh(publication)
    publish(publication=publication, at=NOW)
    with pytest.raises(HasMovedOn):
        publish(publication=again, at=NOW)


def test_who_does_not_coordinate_them_approves_nobody(made: Round, eve: Person) -> None:
    assert approve_all(by=eve, round=made, at=NOW) == (0, [])
    assert states(made) == ["proposed"] * 3


@pytest.mark.parametrize(("who", "may"), [("Dev", True), ("Lou", True), ("Mo", False), ("Eve", False)])
def test_who_may_stop_it(who: str, may: bool, made: Round, dev: Person, eve: Person) -> None:
    """Who began it, and who could have started the round; Lou coordinates everywhere, and Mo the south."""
    make_person("Lou", Role.Kind.COORDINATOR)
    make_person("Mo", Role.Kind.COORDINATOR, area=eve.area)
    publication = start_publication(by=dev, round=made, at=NOW)
    person = Person.objects.get(chosen_name=who)
    if may:
        stop_publication(by=person, publication=publication, at=NOW)
        assert fresh(publication).state == Publication.State.CANCELLED
    else:
        with pytest.raises(NotYours):
            stop_publication(by=person, publication=publication, at=NOW)
