"""Groups: begun, asked into, come to and left, each once and in one order; nobody in one from whom they are apart."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from messaging.models import Conversation, Message, Notice, Participant
from messaging.news import News
from messaging.operations import (
    CannotBeAsked,
    MayNotInvite,
    MayNotKeep,
    accept_invitation,
    begin_group,
    decline_invitation,
    invite,
    leave_conversation,
    mark_read,
    remove_participant,
    rename_conversation,
)
from messaging.queries import unread_by
from messaging.words import NotATitle
from people.errors import HasMovedOn
from people.models import Consent, Person, Role
from people.operations import assign, give_consent
from safeguarding.models import Block
from tests.fixtures import NOW, Ear, make_person
from tests.messaging.conftest import Say, place

Lines = Callable[[], list[tuple[int, str, str]]]
LATER = NOW + timedelta(hours=1)


def seen_by(person: Person) -> list[str]:
    return list(Message.objects.visible_to(person).order_by("seq").values_list("body", flat=True))


def is_closed(group: Conversation) -> bool:
    return Conversation.objects.get(pk=group.pk).closed_at is not None


# -- Beginning


def test_a_group_begins_with_who_began_it_and_an_invitation_to_each(
    group: Conversation, lines: Lines, ada: Person, ben: Person, ines: Person
) -> None:
    assert (group.title, group.is_group, group.last_seq, group.last_at) == ("Ada and the clinic", True, 3, NOW)
    assert lines() == [
        (1, "invited", "Ben asked Ada to join."),
        (2, "invited", "Ben asked Ines to join."),
        (3, "joined", "Ada joined."),
    ]
    facts = "person", "from_seq", "invited_by", "invited_at", "joined_at", "left_at"
    assert list(Participant.objects.order_by("pk").values_list(*facts)) == [
        (ben.pk, 0, None, None, NOW, None),
        (ada.pk, 0, ben.pk, NOW, NOW, None),
        (ines.pk, 0, ben.pk, NOW, None, None),
    ]


def test_pressing_twice_begins_one_group(ada: Person, ben: Person) -> None:
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    key = uuid4()
    begun = [begin_group(by=ben, title="Clinic", people=[ada], client_id=key, at=NOW) for _ in range(2)]
    assert begun[0] == begun[1]
    assert (Conversation.objects.count(), Message.objects.count(), Participant.objects.count()) == (1, 1, 2)


def test_a_member_may_begin_one_with_who_looks_after_them(ada: Person, ben: Person, dev: Person, ines: Person) -> None:
    for carer in (ben, dev):
        assign(carer=carer, person=ada, kind=carer.current_roles[0].kind, at=NOW)
    group = begin_group(by=ada, title="Me", people=[ben, dev, ines], client_id=uuid4(), at=NOW)
    assert group.participants.count() == 4


@pytest.mark.parametrize("title", ["", "  ", "\u200b", "\0", "x" * 61])
def test_a_group_has_a_title_that_can_be_read(title: str, ada: Person, ben: Person) -> None:
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    with pytest.raises(NotATitle):
        begin_group(by=ben, title=title, people=[ada], client_id=uuid4(), at=NOW)


@pytest.mark.parametrize("case", ["by nobody's role", "unknown", "blocked", "gone"])
def test_whom_one_may_not_ask_begins_nothing(case: str, ada: Person, ben: Person, eve: Person) -> None:
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    by, asked = ben, [ada]
    match case:
        case "by nobody's role":
            by = make_person("Kim", area=ada.area)
        case "unknown":
            asked = [ada, eve]
        case "blocked":
            Block.objects.create(by=ada, person=ben, began_at=NOW)
        case "gone":
            Person.objects.filter(pk=ada.pk).update(is_active=False)
    with pytest.raises(MayNotInvite):
        begin_group(by=by, title="Clinic", people=asked, client_id=uuid4(), at=NOW)
    assert not Conversation.objects.exists()


@pytest.mark.parametrize("case", ["nobody", "only oneself", "nine", "two kept apart", "of two ages", "nobody answers"])
def test_who_cannot_be_together_is_not_asked(case: str, ada: Person, ben: Person, ines: Person) -> None:
    assign(carer=ben, person=ada, kind=Role.Kind.ADVISER, at=NOW)
    more = [make_person(f"M{number}", age_group="26_64") for number in range(7)]
    for person in more:
        assign(carer=ben, person=person, kind=Role.Kind.ADVISER, at=NOW)
    by, asked = ben, [ada]
    match case:
        case "nobody":
            asked = []
        case "only oneself":
            asked = [ben]
        case "nine":
            asked = [ada, *more]
        case "two kept apart":
            Block.objects.create(by=ada, person=more[0], began_at=NOW)
            asked = [ada, more[0]]
        case "of two ages":
            Person.objects.filter(pk=more[0].pk).update(age_group="under_18")
            asked = [ada, more[0]]
        case "nobody answers":
            by, asked = ada, [ines]
    with pytest.raises(CannotBeAsked):
        begin_group(by=by, title="Clinic", people=asked, client_id=uuid4(), at=NOW)
    assert not Conversation.objects.exists()


# -- Asking and coming


def test_who_is_asked_hears_of_it_and_reads_nothing_yet(
    group: Conversation, say: Say, ben: Person, dev: Person
) -> None:
    give_consent(by=dev, purpose=Consent.Purpose.EMAIL, at=NOW)
    assign(carer=dev, person=place(ben, group).person, kind=Role.Kind.COORDINATOR, at=NOW)
    invite(by=ben, conversation=group, person=dev, reads_back=True, at=NOW)
    say(ben, conversation=group)
    assert (seen_by(dev), unread_by(dev)) == ([], 0)
    notice = Notice.objects.get(person=dev)
    assert (notice.path, "clinic" in f"{notice.subject}{notice.body}", "Ben" in notice.body) == (
        "/messages/",
        False,
        False,
    )


def test_a_newcomer_reads_from_the_line_that_asked_them(
    group: Conversation, say: Say, lines: Lines, ada: Person, ben: Person, dev: Person
) -> None:
    assign(carer=dev, person=ada, kind=Role.Kind.COORDINATOR, at=NOW)
    say(ada, "Before", conversation=group)
    invite(by=ben, conversation=group, person=dev, reads_back=False, at=NOW)
    say(ada, "While they think", conversation=group)
    accept_invitation(by=dev, conversation=group, at=LATER)
    say(ada, "After", conversation=group)
    asked = "Ben asked Dev to join. Dev can read from here on."
    assert lines()[-2:] == [(5, "invited", asked), (7, "joined", "Dev joined.")]
    assert seen_by(dev) == [asked, "While they think", "Dev joined.", "After"]
    assert unread_by(dev) == 2


def test_one_who_may_read_back_reads_as_far_as_who_asked_them(
    group: Conversation, say: Say, ada: Person, ben: Person, dev: Person, cleo: Person
) -> None:
    assign(carer=dev, person=ada, kind=Role.Kind.COORDINATOR, at=NOW)
    assign(carer=ben, person=cleo, kind=Role.Kind.ADVISER, at=NOW)
    say(ada, "Before Dev", conversation=group)
    invite(by=ben, conversation=group, person=dev, reads_back=False, at=NOW)
    accept_invitation(by=dev, conversation=group, at=NOW)
    say(ada, "Since Dev", conversation=group)
    for by, person in ((dev, cleo), (ben, make_person("Kim", "interpreter", area=ben.area))):
        invite(by=by, conversation=group, person=person, reads_back=True, at=NOW)
        accept_invitation(by=person, conversation=group, at=NOW)
        said = [words for words in seen_by(person) if words in ("Before Dev", "Since Dev")]
        assert said == (["Since Dev"] if by == dev else ["Before Dev", "Since Dev"])
    # What they may read back to does not wait for them as new.
    assert unread_by(cleo) == 0


def test_everyone_there_is_told_what_a_newcomer_reads(
    group: Conversation, lines: Lines, ben: Person, cleo: Person
) -> None:
    assign(carer=ben, person=cleo, kind=Role.Kind.ADVISER, at=NOW)
    invite(by=ben, conversation=group, person=cleo, reads_back=True, at=NOW)
    assert lines()[-1] == (4, "invited", "Ben asked Cleo to join. Cleo can read back as far as Ben can.")


def test_each_press_twice_is_one(group: Conversation, lines: Lines, ben: Person, cleo: Person, ines: Person) -> None:
    assign(carer=ben, person=cleo, kind=Role.Kind.ADVISER, at=NOW)
    for _ in range(2):
        invite(by=ben, conversation=group, person=cleo, reads_back=False, at=NOW)
    for _ in range(2):
        accept_invitation(by=cleo, conversation=group, at=NOW)
    invite(by=ben, conversation=group, person=cleo, reads_back=False, at=NOW)
    for _ in range(2):
        decline_invitation(by=ines, conversation=group, at=NOW)
    for _ in range(2):
        leave_conversation(by=cleo, conversation=group, at=NOW)
    remove_participant(by=ben, conversation=group, person=cleo, at=NOW)
    assert [words for _, _, words in lines()[3:]] == [
        "Ben asked Cleo to join. Cleo can read from here on.",
        "Cleo joined.",
        "Ines declined.",
        "Cleo left.",
    ]
    group.refresh_from_db()
    assert group.last_seq == 7


def test_no_more_than_eight_come(group: Conversation, ben: Person) -> None:
    more = [make_person(f"M{number}", age_group="26_64") for number in range(6)]
    for person in more:
        assign(carer=ben, person=person, kind=Role.Kind.ADVISER, at=NOW)
    for person in more[:5]:
        invite(by=ben, conversation=group, person=person, reads_back=False, at=NOW)
    with pytest.raises(CannotBeAsked, match="8 people"):
        invite(by=ben, conversation=group, person=more[5], reads_back=False, at=NOW)
    decline_invitation(by=more[0], conversation=group, at=NOW)
    invite(by=ben, conversation=group, person=more[5], reads_back=False, at=NOW)


def test_an_invitation_is_over_once_declined_taken_back_or_overtaken_by_a_block(
    group: Conversation, ada: Person, ben: Person, ines: Person
) -> None:
    Block.objects.create(by=ada, person=ines, began_at=NOW)
    with pytest.raises(HasMovedOn):
        accept_invitation(by=ines, conversation=group, at=NOW)
    Block.objects.update(lifted_at=NOW)
    remove_participant(by=ben, conversation=group, person=ines, at=NOW)
    with pytest.raises(HasMovedOn):
        accept_invitation(by=ines, conversation=group, at=NOW)
    invite(by=ben, conversation=group, person=ines, reads_back=False, at=NOW)
    decline_invitation(by=ines, conversation=group, at=NOW)
    with pytest.raises(HasMovedOn):
        accept_invitation(by=ines, conversation=group, at=NOW)


def test_who_came_cannot_decline_any_more(group: Conversation, ada: Person) -> None:
    with pytest.raises(HasMovedOn, match="You can leave"):
        decline_invitation(by=ada, conversation=group, at=NOW)


def test_what_two_people_say_never_becomes_a_group(talk: Conversation, ada: Person, ben: Person, ines: Person) -> None:
    with pytest.raises(MayNotInvite):
        invite(by=ben, conversation=talk, person=ines, reads_back=False, at=NOW)
    leave_conversation(by=ada, conversation=talk, at=NOW)
    with pytest.raises(MayNotKeep):
        remove_participant(by=ben, conversation=talk, person=ada, at=NOW)
    with pytest.raises(MayNotKeep):
        rename_conversation(by=ben, conversation=talk, title="Us", at=NOW)
    assert (talk.participants.current().count(), talk.messages.count()) == (2, 0)


# -- Leaving


def test_who_left_sees_nothing_more_and_says_nothing_more(
    group: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    say(ben, conversation=group)
    leave_conversation(by=ada, conversation=group, at=LATER)
    assert (seen_by(ada), unread_by(ada)) == ([], 0)
    with pytest.raises(PermissionDenied):
        say(ada, conversation=group)
    mark_read(by=ada, conversation=group, seq=99)
    assert place(ada, group).left_at == LATER


def test_who_is_asked_back_reads_only_what_they_are_given(
    group: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    say(ada, "While I was there", conversation=group)
    leave_conversation(by=ada, conversation=group, at=NOW)
    say(ben, "While she was away", conversation=group)
    invite(by=ben, conversation=group, person=ada, reads_back=False, at=NOW)
    assert seen_by(ada) == []
    accept_invitation(by=ada, conversation=group, at=NOW)
    assert seen_by(ada) == ["Ben asked Ada to join. Ada can read from here on.", "Ada joined."]


@pytest.mark.parametrize(
    ("case", "closed"),
    [
        ("ada leaves", False),
        ("ada leaves, ines declines", True),
        ("ines comes, ada leaves", False),
        ("ben leaves", True),
        ("dev comes, ben leaves", False),
        ("dev is asked, ben leaves", False),
        ("dev is asked, ben and ada leave", True),
    ],
)
def test_a_group_ends_when_nobody_is_left_to_talk_with_or_to_answer_for_it(
    case: str, closed: bool, group: Conversation, ada: Person, ben: Person, ines: Person, dev: Person
) -> None:
    assign(carer=dev, person=ada, kind=Role.Kind.COORDINATOR, at=NOW)
    if "ines comes" in case:
        accept_invitation(by=ines, conversation=group, at=NOW)
    if "dev" in case:
        invite(by=ben, conversation=group, person=dev, reads_back=False, at=NOW)
    if "dev comes" in case:
        accept_invitation(by=dev, conversation=group, at=NOW)
    if "ben" in case:
        leave_conversation(by=ben, conversation=group, at=NOW)
    if "ada leave" in case or "and ada" in case:
        leave_conversation(by=ada, conversation=group, at=NOW)
    if "ines declines" in case:
        decline_invitation(by=ines, conversation=group, at=NOW)
    assert is_closed(group) is closed
    asked = Participant.objects.invited().filter(conversation=group)
    assert asked.exists() is not (closed or "ines comes" in case)


def test_an_ended_group_asks_nobody(group: Conversation, ada: Person, ben: Person, ines: Person) -> None:
    leave_conversation(by=ben, conversation=group, at=NOW)
    with pytest.raises(HasMovedOn):
        accept_invitation(by=ines, conversation=group, at=NOW)
    with pytest.raises(MayNotInvite):
        invite(by=ada, conversation=group, person=ben, reads_back=False, at=NOW)


# -- Keeping


def test_the_line_of_a_removal_says_who_and_whom(group: Conversation, lines: Lines, ada: Person, ben: Person) -> None:
    remove_participant(by=ben, conversation=group, person=ada, at=LATER)
    assert lines()[-1] == (4, "left", "Ben removed Ada.")
    assert (place(ada, group).left_at, Message.objects.get(seq=4).author) == (LATER, ben)


def test_a_taken_back_invitation_is_a_line_too(group: Conversation, lines: Lines, ben: Person, ines: Person) -> None:
    remove_participant(by=ben, conversation=group, person=ines, at=NOW)
    assert lines()[-1] == (4, "left", "Ben took back the invitation to Ines.")


def test_who_does_not_keep_it_changes_nothing(group: Conversation, ada: Person, ben: Person, eve: Person) -> None:
    for by in (ada, eve):
        with pytest.raises(MayNotKeep):
            remove_participant(by=by, conversation=group, person=ben, at=NOW)
        with pytest.raises(MayNotKeep):
            rename_conversation(by=by, conversation=group, title="Mine", at=NOW)
    with pytest.raises(MayNotInvite):
        invite(by=eve, conversation=group, person=eve, reads_back=True, at=NOW)
    group.refresh_from_db()
    assert (group.title, group.last_seq, group.participants.current().count()) == ("Ada and the clinic", 3, 2)


def test_a_new_name_is_tidied(group: Conversation, ben: Person) -> None:
    rename_conversation(by=ben, conversation=group, title=" The \n clinic\u2028in   May ", at=NOW)
    group.refresh_from_db()
    assert group.title == "The clinic in May"
    with pytest.raises(ValidationError):
        rename_conversation(by=ben, conversation=group, title=" ", at=NOW)


# -- Frames


def frames_to(person: Person, heard: list[News]) -> list[dict[str, Any]]:
    return [json.loads(news.text) for news in heard if person.pk in news.people]


@pytest.mark.django_db(transaction=True)
def test_who_is_there_hears_each_step_and_who_left_at_once_that_they_have(
    ear: Ear, group: Conversation, say: Say, ada: Person, ben: Person, ines: Person
) -> None:
    ear.heard.clear()
    accept_invitation(by=ines, conversation=group, at=NOW)
    remove_participant(by=ben, conversation=group, person=ada, at=NOW)
    say(ben, "Only for Ines", conversation=group)
    rename_conversation(by=ben, conversation=group, title="May", at=NOW)
    heard = {one: [frame["type"] for frame in frames_to(one, ear.heard)] for one in (ada, ben, ines)}
    came = ["message.posted", "conversation.joined"]
    went = ["message.posted", "conversation.left"]
    assert heard == {
        ada: [*came, "conversation.left"],
        ben: [*came, *went, "message.posted", "conversation.renamed"],
        ines: [*came, "conversation.opened", *went, "message.posted", "conversation.renamed"],
    }
    assert frames_to(ada, ear.heard)[-1] == {
        "type": "conversation.left",
        "conversation": group.pk,
        "person": ada.pk,
    }
    assert "May" not in ear.heard[-1].text


@pytest.mark.django_db(transaction=True)
def test_a_line_is_framed_like_any_message(ear: Ear, group: Conversation, ines: Person) -> None:
    ear.heard.clear()
    accept_invitation(by=ines, conversation=group, at=NOW)
    frame = json.loads(ear.heard[0].text)
    assert (frame["type"], frame["conversation"], frame["seq"]) == ("message.posted", group.pk, 4)
    assert (frame["message"]["kind"], frame["message"]["body"]) == ("joined", "Ines joined.")
    assert (frame["message"]["author"], frame["message"]["name"]) == (ines.pk, "Ines")


@pytest.mark.django_db(transaction=True)
def test_who_is_only_asked_hears_nothing_of_it(
    ear: Ear, group: Conversation, say: Say, ada: Person, ines: Person
) -> None:
    say(ada, conversation=group)
    decline_invitation(by=ines, conversation=group, at=NOW)
    assert frames_to(ines, ear.heard) == []
