"""Who may write, and who may report: truth tables."""

import pytest
from django.contrib.auth.models import AnonymousUser

from messaging.models import Conversation, Participant
from messaging.operations import close_conversation
from messaging.rules import (
    HAS_ENDED,
    IS_NOT_POSSIBLE,
    IS_NOT_YOURS,
    details_go_to_a_peer,
    may_accept,
    may_begin_group,
    may_invite,
    may_post,
    may_remove,
    may_rename,
    may_report,
    what_stops,
)
from people.models import Person, Role
from people.operations import grant_role
from safeguarding.models import Block
from tests.fixtures import NOW, make_person
from tests.messaging.conftest import Say, place


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


# -- Groups


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("member", True),
        ("adviser", True),
        ("peer", True),
        ("coordinator", True),
        ("safeguarding_lead", False),
        ("referrer", False),
        ("interpreter", False),
        ("", False),
    ],
)
def test_who_may_begin_a_group(role: str, may: bool) -> None:
    person = make_person("Kim", *filter(None, [role]))
    assert may_begin_group(person) is may
    person.is_active = False
    assert may_begin_group(person) is False


def test_a_stranger_begins_no_group() -> None:
    assert may_begin_group(AnonymousUser()) is False


@pytest.mark.parametrize(
    ("case", "may"),
    [
        ("nothing", "ben ada"),
        ("closed", ""),
        ("ada left", "ben"),
        ("ada blocks ben", ""),
        ("ben is no adviser any more", "ada"),
        ("ines came", "ben ada"),
    ],
)
def test_who_may_invite(case: str, may: str, group: Conversation, ada: Person, ben: Person, ines: Person) -> None:
    match case:
        case "closed":
            close_conversation(conversation=group, at=NOW)
        case "ada left":
            Participant.objects.filter(conversation=group, person=ada).update(left_at=NOW)
        case "ada blocks ben":
            Block.objects.create(by=ada, person=ben, began_at=NOW)
        case "ben is no adviser any more":
            ben.roles.update(ended_at=NOW)
        case "ines came":
            Participant.objects.filter(conversation=group, person=ines).update(joined_at=NOW)
    people = [Person.objects.get(pk=one.pk) for one in (ben, ada, ines)]
    assert " ".join(one.chosen_name.lower() for one in people if may_invite(one, group)) == may


def test_nobody_invites_into_what_two_people_say(talk: Conversation, ada: Person, ben: Person) -> None:
    assert [may_invite(one, talk) for one in (ada, ben)] == [False, False]


@pytest.mark.parametrize(
    ("case", "may"),
    [
        ("nothing", True),
        ("closed", False),
        ("declined", False),
        ("came", False),
        ("ines is not active", False),
        ("ada blocks ines", False),
        ("ines blocks ben", False),
        ("ines blocks cleo", True),
        ("ines does no longer work here", False),
    ],
)
def test_who_is_asked_may_accept(
    case: str, may: bool, group: Conversation, ada: Person, ben: Person, cleo: Person, ines: Person
) -> None:
    match case:
        case "closed":
            close_conversation(conversation=group, at=NOW)
        case "declined":
            Participant.objects.filter(person=ines).update(left_at=NOW)
        case "came":
            Participant.objects.filter(person=ines).update(joined_at=NOW)
        case "ines is not active":
            ines.is_active = False
        case "ada blocks ines":
            Block.objects.create(by=ada, person=ines, began_at=NOW)
        case "ines blocks ben":
            Block.objects.create(by=ines, person=ben, began_at=NOW)
        case "ines blocks cleo":
            Block.objects.create(by=ines, person=cleo, began_at=NOW)
        case "ines does no longer work here":
            ines.roles.update(ended_at=NOW)
            Person.objects.filter(pk=ines.pk).update(age_group="under_18")
    assert may_accept(ines, group) is may
    assert may_accept(cleo, group) is False


@pytest.mark.parametrize(
    ("case", "renames", "removes"),
    [
        ("nothing", "Ben", "Ben: Ada Ines"),
        ("closed", "", ""),
        ("ben left", "", ""),
        ("ada coordinates", "Ada Ben", "Ada: Ben Ines, Ben: Ada Ines"),
        ("ines is asked by ada", "Ben", "Ada: Ines, Ben: Ada Ines"),
        ("ines came, asked by ada", "Ben", "Ben: Ada Ines"),
        ("ines is asked by ada, who left", "Ben", "Ben: Ada Ines"),
        ("ben left and was asked back", "", "Ben: Ines"),
    ],
)
def test_who_keeps_a_group(
    case: str, renames: str, removes: str, group: Conversation, ada: Person, ben: Person, ines: Person
) -> None:
    places = Participant.objects.filter(conversation=group)
    match case:
        case "closed":
            close_conversation(conversation=group, at=NOW)
        case "ben left":
            places.filter(person=ben).update(left_at=NOW)
        case "ada coordinates":
            grant_role(person=ada, kind=Role.Kind.COORDINATOR, by=None, at=NOW)
        case "ines is asked by ada":
            places.filter(person=ines).update(invited_by=ada)
        case "ines came, asked by ada":
            places.filter(person=ines).update(invited_by=ada, joined_at=NOW)
        case "ines is asked by ada, who left":
            places.filter(person=ines).update(invited_by=ada)
            places.filter(person=ada).update(left_at=NOW)
        case "ben left and was asked back":
            places.filter(person=ben).update(invited_by=ada, invited_at=NOW)
    people = {one.chosen_name: place(one, group) for one in (ada, ben, ines)}
    may = {name: " ".join(other for other in people if may_remove(one, people[other])) for name, one in people.items()}
    assert " ".join(name for name, one in people.items() if may_rename(one)) == renames
    assert ", ".join(f"{name}: {others}" for name, others in may.items() if others) == removes


def test_two_people_remove_nobody(talk: Conversation, ada: Person, ben: Person) -> None:
    assert not may_remove(place(ada, talk), place(ben, talk))
    assert not may_rename(place(ada, talk))
