"""Many said in one transaction: what stops one stops no other, and each is said once."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from messaging.models import Conversation, Message, Participant
from messaging.operations import (
    DetailsAreIn,
    MayNotPost,
    NothingToAnswer,
    NotThere,
    Posting,
    SaidSomethingElse,
    close_conversation,
    edit_message,
    open_conversation,
    post_message,
    post_messages,
    withdraw_message,
)
from people.models import Person
from safeguarding.models import Block, Concern
from tests.fixtures import NOW, Ear
from tests.messaging.conftest import Say

PHONE = "Ring me on 07700 900123"


def posting(
    by: Person, talk: Conversation, words: str = "Hello", client_id: UUID | None = None, **rest: Any
) -> Posting:
    return Posting(by.pk, talk.pk, client_id or uuid4(), words, **rest)


def seqs(outcomes: list[Any]) -> list[Any]:
    return [one.seq if isinstance(one, Message) else type(one) for one in outcomes]


def test_each_gets_the_next_number_of_its_conversation(
    talk: Conversation, ada: Person, ben: Person, eve: Person
) -> None:
    other = open_conversation(people=[ada, eve], at=NOW)
    said = post_messages(
        [posting(ada, talk), posting(eve, other), posting(ben, talk), posting(ada, other), posting(ada, talk)], at=NOW
    )
    assert seqs(said) == [1, 1, 2, 2, 3]
    assert dict(Conversation.objects.values_list("pk", "last_seq")) == {talk.pk: 3, other.pk: 2}


def test_what_stops_one_stops_no_other(talk: Conversation, ada: Person, ben: Person, eve: Person, dev: Person) -> None:
    closed, apart = open_conversation(people=[ada, dev], at=NOW), open_conversation(people=[ben, dev], at=NOW)
    close_conversation(conversation=closed, at=NOW)
    Block.objects.create(by=dev, person=ben, began_at=NOW)
    said = post_messages(
        [
            posting(ada, talk),
            posting(eve, talk),
            posting(ada, closed),
            posting(ben, apart),
            Posting(ada.pk, 10**9, uuid4(), "Hello"),
            posting(ada, talk, reply_to=10**9),
            posting(ben, talk),
        ],
        at=NOW,
    )
    assert seqs(said) == [1, NotThere, MayNotPost, MayNotPost, NotThere, NothingToAnswer, 2]


def test_the_number_of_queries_is_the_same_for_one_and_for_many(
    talk: Conversation, ada: Person, ben: Person, django_assert_num_queries: Any
) -> None:
    other = open_conversation(people=[ada, ben], at=NOW)
    for number in (1, 20):
        # Its savepoint inside the test's own transaction counts for two.
        with django_assert_num_queries(8):
            post_messages([posting(ada, (talk, other)[one % 2]) for one in range(number)], at=NOW)


def test_copies_in_one_batch_are_one_message(talk: Conversation, ada: Person, ben: Person) -> None:
    client_id = uuid4()
    said = post_messages(
        [
            posting(ada, talk, "One", client_id),
            posting(ada, talk, "One", client_id),
            posting(ada, talk, "Two", client_id),
            # Somebody else's device may have made the same id.
            posting(ben, talk, "Three", client_id),
        ],
        at=NOW,
    )
    assert seqs(said) == [1, 1, SaidSomethingElse, 2]
    assert list(Message.objects.values_list("body", flat=True)) == ["One", "Three"]


def test_a_copy_of_what_was_said_before_does_not_stop_the_others(
    talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    first = say(ada)
    said = post_messages(
        [posting(ben, talk), posting(ada, talk, client_id=first.client_id), posting(ben, talk, "Last")], at=NOW
    )
    assert seqs(said) == [2, 1, 3]
    talk.refresh_from_db()
    assert (talk.last_seq, Message.objects.count()) == (3, 3)


def test_many_copies_take_no_more_queries_than_one(
    talk: Conversation, say: Say, ada: Person, ben: Person, django_assert_num_queries: Any
) -> None:
    """Else a server to which all devices send again at once would be busy with copies, and with copies of these."""
    for number in (1, 20):
        copies = [posting(ada, talk, client_id=say(ada).client_id) for _ in range(number)]
        # What was tried first, what was said before with its earlier words and files, and then the other one.
        with django_assert_num_queries(19):
            said = post_messages([*copies, posting(ben, talk)], at=NOW)
        assert seqs(said) == sorted(seqs(said))


def test_a_copy_of_what_was_edited_or_withdrawn_since_is_still_the_same(
    talk: Conversation, say: Say, ada: Person
) -> None:
    first, second = say(ada, "One"), say(ada, "Two")
    edit_message(by=ada, message=first, body="Uno", at=NOW)
    withdraw_message(by=ada, message=second, at=NOW)
    copies = [
        posting(ada, talk, "One", first.client_id),
        posting(ada, talk, "Two", second.client_id),
        posting(ada, talk, "Uno", first.client_id),
    ]
    assert seqs(post_messages(copies, at=NOW)) == [1, 2, SaidSomethingElse]


def test_an_answer_quotes_what_its_writer_may_see(
    ear: Ear, talk: Conversation, say: Say, ada: Person, ben: Person, eve: Person
) -> None:
    old, new = say(ada, "Old"), say(ada, "New")
    elsewhere = say(eve, conversation=open_conversation(people=[ada, eve], at=NOW))
    Participant.objects.filter(person=ben).update(from_seq=1)
    said = post_messages([posting(ben, talk, reply_to=one.pk) for one in (old, new, elsewhere)], at=NOW)
    assert seqs(said) == [NothingToAnswer, 3, NothingToAnswer]
    assert Message.objects.get(seq=3).reply_to == new


@pytest.mark.django_db(transaction=True)
def test_what_somebody_present_may_not_see_is_not_quoted_to_anybody(
    ear: Ear, talk: Conversation, say: Say, ada: Person, ben: Person
) -> None:
    old = say(ada, "Old and secret")
    Participant.objects.filter(person=ben).update(from_seq=1)
    ear.heard.clear()
    post_message(by=ada, conversation=talk, client_id=uuid4(), body="Yes", at=NOW, reply_to=old.pk)
    [news] = ear.heard
    assert ("Old and secret" in news.text, ben.pk in news.people) == (False, True)


def test_contact_details_for_a_peer_need_a_second_yes(
    talk: Conversation, ada: Person, ben: Person, cleo: Person
) -> None:
    with_peer = open_conversation(people=[ada, cleo], at=NOW)
    said = post_messages(
        [
            posting(ada, talk, PHONE),
            unsure := posting(ada, with_peer, PHONE),
            posting(cleo, with_peer, PHONE),
            posting(ada, with_peer, PHONE, unsure.client_id, sure=True),
        ],
        at=NOW,
    )
    assert seqs(said) == [1, DetailsAreIn, DetailsAreIn, DetailsAreIn]
    # In one batch the same identity has one outcome; the page asks first and sends again.
    again = post_messages([posting(ada, with_peer, PHONE, unsure.client_id, sure=True)], at=NOW)
    assert seqs(again) == [1]
    # Its copy is the same, whether it says so again or not.
    assert seqs(post_messages([unsure], at=NOW)) == [1]


def test_editing_contact_details_in_needs_a_second_yes_too(ada: Person, cleo: Person) -> None:
    with_peer = open_conversation(people=[ada, cleo], at=NOW)
    message = post_message(by=ada, conversation=with_peer, client_id=uuid4(), body="Hello", at=NOW)
    with pytest.raises(DetailsAreIn, match="telephone number"):
        edit_message(by=ada, message=message, body=PHONE, at=NOW)
    assert edit_message(by=ada, message=message, body=PHONE, at=NOW, sure=True).body == PHONE


def test_words_that_give_cause_make_a_person_look_and_stop_nothing(
    talk: Conversation, ada: Person, ben: Person
) -> None:
    said = post_messages(
        [posting(ada, talk, "I want to die"), posting(ben, talk, "Good morning"), posting(ben, talk, "I am here")],
        at=NOW,
    )
    assert seqs(said) == [1, 2, 3]
    assert [one.calls_for_help for one in said if isinstance(one, Message)] == [True, False, False]
    concern = Concern.objects.get()
    assert (concern.raised_by, concern.about, concern.evidence_text) == (None, ada, "I want to die")


def test_what_was_refused_makes_nobody_look(talk: Conversation, ada: Person) -> None:
    close_conversation(conversation=talk, at=NOW)
    assert seqs(post_messages([posting(ada, talk, "I want to die")], at=NOW)) == [MayNotPost]
    assert not Concern.objects.exists()
