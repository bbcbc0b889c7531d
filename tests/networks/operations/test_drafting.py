"""Drafts: one each, seen by nobody else, gone when posted."""

from uuid import uuid4

import pytest

from networks import queries
from networks.models import Draft, Membership, Network, Thread
from networks.operations import MayNotPost, begin_thread, drop_draft, post_reply, save_draft
from people.models import Person
from tests.fixtures import NOW
from tests.networks.conftest import enter


def kept() -> list[tuple[str, str, str]]:
    return list(Draft.objects.order_by("pk").values_list("membership__chosen_name", "title", "body"))


def test_one_draft_each_and_no_words_keep_nothing(ada: Person, nights: Thread, carers: Network) -> None:
    for body in ("So", "So do\r\nI"):
        save_draft(by=ada, network=carers, thread=nights, body=body, at=NOW)
    save_draft(by=ada, network=carers, thread=None, title="Days", body="", at=NOW)

    assert kept() == [("Heron", "", "So do\nI"), ("Heron", "Days", "")]

    save_draft(by=ada, network=carers, thread=nights, body=" \n", at=NOW)
    assert kept() == [("Heron", "Days", "")]


def test_what_is_posted_is_a_draft_no_more(ada: Person, nights: Thread, carers: Network) -> None:
    save_draft(by=ada, network=carers, thread=nights, body="So do I", at=NOW)
    save_draft(by=ada, network=carers, thread=None, title="Days", body="How?", at=NOW)

    post_reply(by=ada, thread=nights, body="So do I", client_id=uuid4(), at=NOW)
    assert kept() == [("Heron", "Days", "How?")]
    begin_thread(by=ada, network=carers, title="Days", body="How?", client_id=uuid4(), at=NOW)
    assert kept() == []


def test_drafts_are_their_writers_alone(
    ada: Person, ben: Person, cleo: Person, nights: Thread, carers: Network, wren: Membership
) -> None:
    enter(cleo, carers, "Robin", is_host=True)
    draft = save_draft(by=ada, network=carers, thread=nights, body="So", at=NOW)
    assert draft is not None

    assert [list(queries.drafts_of(person, carers)) for person in (ada, ben, cleo)] == [[draft], [], []]
    assert [queries.draft_of(person, carers, nights) for person in (ada, ben, cleo)] == [draft, None, None]
    for person in (ben, cleo):
        drop_draft(by=person, draft=draft)
    assert kept() == [("Heron", "", "So")]
    drop_draft(by=ada, draft=draft)
    assert kept() == []


def test_who_is_not_in_the_network_keeps_nothing_there(eve: Person, nights: Thread, carers: Network) -> None:
    with pytest.raises(MayNotPost):
        save_draft(by=eve, network=carers, thread=nights, body="So", at=NOW)
