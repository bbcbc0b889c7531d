"""Petitions: sent with the last signature, answered by the service by a promised day."""

from datetime import date
from typing import Any

import pytest

from messaging.models import Notice
from networks import queries
from networks.models import Decision, Membership
from networks.operations import MayNotAnswer, VotingIsOver, answer_petition, leave, sign_petition
from people.errors import HasMovedOn
from people.models import Person, Role
from tests.fixtures import make_person
from tests.matching.making import fresh
from tests.networks.deciding import AFTER, OPENED, opened


@pytest.fixture
def petition(heron: Membership, wren: Membership, dev: Person) -> Any:
    """A petition that two have signed, which is enough."""
    petition = opened(heron, Decision.Kind.PETITION)
    for member in (heron, wren):
        sign_petition(by=member.person, decision=petition, at=OPENED)
    return fresh(petition)


def test_the_last_signature_sends_it_with_a_day_promised(petition: Any, dev: Person) -> None:
    assert (petition.state, petition.answer_due_on, petition.decided_at) == ("closed", date(2026, 12, 20), OPENED)
    assert petition.result["outcome"] == "It goes to the service: 2 of 2 signatures."
    notice = Notice.objects.get()
    assert (notice.person, notice.path) == (dev, "/networks/petitions/")
    assert notice.body == "A petition has found enough signatures. Members were promised an answer by 20 December."


def test_nobody_signs_what_was_sent(petition: Any, heron: Membership) -> None:
    with pytest.raises(VotingIsOver):
        sign_petition(by=heron.person, decision=petition, at=OPENED)


def test_coordinators_of_its_area_hear_of_it(heron: Membership, dev: Person, south: object) -> None:
    dara = make_person("Dara", Role.Kind.COORDINATOR, area=south)  # type: ignore[arg-type]
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    network = heron.network
    assert set(queries.coordinators_for(network)) == {dev, dara, lou}
    network.area = dev.area
    assert set(queries.coordinators_for(network)) == {dev, lou}
    for person in (dev, lou):
        person.roles.all().delete()
    assert set(queries.coordinators_for(network)) == {dara}


def test_the_answer_is_there_for_all_and_who_signed_is_told(
    petition: Any, heron: Membership, wren: Membership, dev: Person
) -> None:
    Notice.objects.all().delete()
    leave(by=wren.person, network=wren.network, at=AFTER)

    answer_petition(by=dev, petition=petition, answer="There will be a ramp by May.", at=AFTER)

    petition = fresh(petition)
    assert (petition.state, petition.answer, petition.answered_by) == ("answered", "There will be a ramp by May.", dev)
    # Who has left is not led to a page they cannot see.
    assert [(one.person, one.subject) for one in Notice.objects.all()] == [(heron.person, "Your petition was answered")]
    with pytest.raises(HasMovedOn):
        answer_petition(by=dev, petition=petition, answer="Or not.", at=AFTER)
    assert fresh(petition).answer == "There will be a ramp by May."


def test_only_coordinators_answer(petition: Any, heron: Membership) -> None:
    with pytest.raises(MayNotAnswer):
        answer_petition(by=heron.person, petition=petition, answer="Yes.", at=AFTER)
