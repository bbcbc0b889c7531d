"""Reporting a post and blocking its author."""

import pytest

from networks.models import Membership, Thread
from networks.operations import MayNotReport, block_author, report_post
from people.models import Person
from safeguarding.models import Concern
from safeguarding.queries import blocked_ids
from tests.fixtures import NOW
from tests.networks.conftest import reply


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
