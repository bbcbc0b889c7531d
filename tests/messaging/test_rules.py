"""Who may write, and who may report: truth tables."""

import pytest

from messaging.models import Conversation, Participant
from messaging.operations import close_conversation
from messaging.rules import (
    HAS_ENDED,
    IS_NOT_POSSIBLE,
    IS_NOT_YOURS,
    details_go_to_a_peer,
    may_post,
    may_report,
    what_stops,
)
from people.models import Person, Role
from safeguarding.models import Block
from tests.fixtures import NOW, make_person
from tests.messaging.conftest import Say


@pytest.mark.parametrize("writer", ["ada", "ben"])
@pytest.mark.parametrize(
    ("case", "reason"),
    [
        ("nothing", ""),
        ("closed", HAS_ENDED),
        ("left", IS_NOT_YOURS),
        ("inactive", IS_NOT_YOURS),
        ("ada blocks ben", IS_NOT_POSSIBLE),
        ("ben blocks ada", IS_NOT_POSSIBLE),
        ("a block was lifted", ""),
        ("ada blocks eve", ""),
    ],
)
def test_what_stops_someone_who_takes_part(
    case: str, reason: str, writer: str, talk: Conversation, ada: Person, ben: Person, eve: Person
) -> None:
    person = {"ada": ada, "ben": ben}[writer]
    match case:
        case "closed":
            close_conversation(conversation=talk, at=NOW)
        case "left":
            Participant.objects.filter(person=person).update(left_at=NOW)
        case "inactive":
            person.is_active = False
        case "ada blocks ben":
            Block.objects.create(by=ada, person=ben, began_at=NOW)
        case "ben blocks ada":
            Block.objects.create(by=ben, person=ada, began_at=NOW)
        case "a block was lifted":
            Block.objects.create(by=ben, person=ada, began_at=NOW, lifted_at=NOW)
        case "ada blocks eve":
            Block.objects.create(by=ada, person=eve, began_at=NOW)
    assert what_stops(person, talk) == reason
    assert may_post(person, talk) == (reason == "")


def test_an_outsider_may_not_write(talk: Conversation, eve: Person, dev: Person) -> None:
    assert [what_stops(eve, talk), what_stops(dev, talk)] == [IS_NOT_YOURS, IS_NOT_YOURS]


@pytest.mark.parametrize(
    ("roles", "asked"),
    [
        ([], False),
        (["member"], False),
        (["adviser"], False),
        (["coordinator"], False),
        (["peer"], True),
        (["member", "peer"], True),
        (["adviser", "peer"], False),
        (["coordinator", "peer"], False),
    ],
)
def test_whether_contact_details_would_go_to_or_come_from_a_peer(
    roles: list[str], asked: bool, talk: Conversation
) -> None:
    hugh = make_person("Hugh", *roles)
    place = Participant.objects.create(conversation=talk, person=hugh, joined_at=NOW)
    assert details_go_to_a_peer(talk) is asked
    place.left_at = NOW
    place.save()
    assert details_go_to_a_peer(talk) is False


def test_whoever_was_a_peer_once_is_none_now(talk: Conversation) -> None:
    hugh = make_person("Hugh", "peer")
    Participant.objects.create(conversation=talk, person=hugh, joined_at=NOW)
    Role.objects.filter(person=hugh).update(ended_at=NOW)
    assert details_go_to_a_peer(talk) is False


def test_those_who_take_part_may_report_what_others_said(
    talk: Conversation, say: Say, ada: Person, ben: Person, eve: Person
) -> None:
    message = say(ben)
    assert [may_report(one, message) for one in (ada, ben, eve)] == [True, False, False]
    close_conversation(conversation=talk, at=NOW)
    assert may_report(ada, message)
