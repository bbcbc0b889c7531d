"""Reporting a post and blocking its author."""

from datetime import timedelta
from uuid import uuid4

import pytest

from networks.models import Membership, Post, Thread, ThreadPlace
from networks.operations import (
    MayNotReport,
    ask_or_offer,
    block_author,
    change_resource,
    report_post,
    report_resource,
    write_resource,
)
from people.models import Person
from safeguarding.models import Concern
from safeguarding.queries import blocked_ids
from tests.fixtures import NOW
from tests.networks.conftest import reply
from tests.networks.planned import FIRST, WEEK, plan

LATER = NOW + timedelta(hours=1)


def test_a_report_keeps_the_words_under_the_chosen_name_and_is_about_the_person(
    ada: Person, ben: Person, wren: Membership, nights: Thread
) -> None:
    post = reply(ben, nights, "Mean words.")

    concern = report_post(by=ada, post=post, reason="abuse", words="It hurt.", at=NOW)
    post.body = "Kind words."
    post.save()

    concern.refresh_from_db()
    assert (concern.raised_by, concern.about, concern.reason, concern.words) == (ada, ben, "abuse", "It hurt.")
    assert (concern.evidence_kind, concern.evidence_reference) == ("post", str(post.pk))
    assert (concern.evidence_author, concern.evidence_text) == ("Wren", "Mean words.")
    assert concern.evidence_written_at == post.posted_at


@pytest.mark.parametrize("kind", Thread.Kind.values)
def test_a_report_has_the_few_posts_before_it_that_others_had_read(
    kind: str, ada: Person, ben: Person, wren: Membership, nights: Thread
) -> None:
    Thread.objects.filter(pk=nights.pk).update(kind=kind)
    ThreadPlace.objects.bulk_create(
        ThreadPlace(thread=nights, membership=one) for one in nights.network.memberships.all()
    )
    nights.refresh_from_db()
    for number in range(2, 5):
        reply(ada, nights, f"Number {number}")
    Post.objects.filter(seq=3).update(state="waiting")
    Post.objects.filter(seq=4).update(state="withdrawn", body="")

    concern = report_post(by=ada, post=reply(ben, nights, "Mean words."), at=NOW)
    assert [(one.author, one.words, one.at) for one in concern.said_before] == [
        ("Heron", "Nights\n\nHow do you sleep?", NOW),
        ("Heron", "Number 2", NOW),
    ]
    for number in range(6, 12):
        reply(ada, nights, f"Number {number}")
    concern = report_post(by=ada, post=reply(ben, nights, "Meaner words."), at=NOW)
    assert [one.words for one in concern.said_before] == [f"Number {number}" for number in range(7, 12)]


def test_what_a_program_notices_keeps_nobody_elses_words(
    ada: Person, ben: Person, wren: Membership, nights: Thread
) -> None:
    reply(ben, nights, "I can't go on. I want to die.")
    assert Concern.objects.get().said_before == []


def test_a_report_of_a_page_has_what_it_said_before_it_was_changed(
    ada: Person, robin: Membership, heron: Membership
) -> None:
    page = write_resource(by=robin.person, network=robin.network, title="Money", body="Ask early.", at=NOW)
    first = report_resource(by=ada, version=page.versions.get(), at=NOW)
    first.state = Concern.State.CLOSED
    first.save()
    change_resource(by=robin.person, resource=page, version=1, title="Money", body="Mean words.", why="", at=LATER)
    second = report_resource(by=ada, version=page.versions.get(version=2), at=LATER)

    assert first.earlier_words == []
    assert second.evidence_text == "Money\n\nMean words."
    assert [(one.words, one.until) for one in second.earlier_words] == [("Money\n\nAsk early.", LATER)]


def test_a_report_of_what_begins_an_ask_has_its_place(
    ada: Person, ben: Person, wren: Membership, heron: Membership
) -> None:
    ask = ask_or_offer(
        by=ben,
        network=wren.network,
        kind="ask",
        title="Tuesday",
        body="Who comes along?",
        way="public_place",
        where="Outside the library",
        client_id=uuid4(),
        at=NOW,
    )
    concern = report_post(by=ada, post=ask.thread.posts.get(), at=NOW)
    assert concern.evidence_text == "Tuesday\n\nWho comes along?\n\nOutside the library"


def test_a_report_of_what_begins_an_event_has_all_that_leaders_said_of_it(
    ada: Person, robin: Membership, heron: Membership
) -> None:
    course = plan(robin, begins=[FIRST, FIRST + WEEK], where="The library", materials="Bring tea.")
    course.sessions.filter(number=2).update(title="Sleep", materials="Read this.")
    concern = report_post(by=ada, post=course.thread.posts.get(), at=NOW)
    words = ["A walk", "For whoever likes.", "The library", "Room 7", "Bring tea.", "Sleep", "Read this."]
    assert concern.evidence_text.split("\n\n") == words


def test_reporting_twice_is_one_report(ada: Person, ben: Person, wren: Membership, nights: Thread) -> None:
    post = reply(ben, nights)

    for _ in range(2):
        report_post(by=ada, post=post, reason="abuse", words="", at=NOW)
    assert Concern.objects.count() == 1


def test_ones_own_post_is_not_reported(ben: Person, wren: Membership, nights: Thread) -> None:
    with pytest.raises(MayNotReport):
        report_post(by=ben, post=reply(ben, nights), reason="abuse", words="", at=NOW)
    assert Concern.objects.count() == 0


def test_blocking_an_author_keeps_to_the_chosen_name(
    ada: Person, ben: Person, wren: Membership, nights: Thread
) -> None:
    row = block_author(by=ada, post=reply(ben, nights), at=NOW)

    assert row.known_as == "Wren"
    assert blocked_ids(ada) == {ben.pk}
