"""Objections: with words in the discussion, one each, taken back by whoever objected."""

from uuid import uuid4

import pytest

from networks.models import Decision, Membership, Objection
from networks.operations import (
    IsMuted,
    MayNotVote,
    NotAProposal,
    ObjectsAlready,
    VotingIsOver,
    object_to,
    withdraw_objection,
)
from people.errors import HasMovedOn
from tests.matching.making import fresh
from tests.networks.deciding import AFTER, CLOSES, OPENED, opened


def objection(proposal: Decision, member: Membership, words: str = "It costs too much.") -> Objection:
    return object_to(by=member.person, decision=proposal, words=words, client_id=uuid4(), at=OPENED)


@pytest.fixture
def proposal(heron: Membership) -> Decision:
    return opened(heron, Decision.Kind.CONSENT)


def test_its_words_are_a_post_in_the_discussion(proposal: Decision, wren: Membership) -> None:
    made = objection(proposal, wren)

    assert [post.body for post in proposal.thread.posts.all()] == ["It is about Tuesdays.", "It costs too much."]
    assert (made.by, made.post.author, made.withdrawn_at) == (wren, wren, None)
    assert list(proposal.objections.standing()) == [made]


def test_pressing_twice_objects_once(proposal: Decision, wren: Membership) -> None:
    same = uuid4()
    made = [object_to(by=wren.person, decision=proposal, words="No.", client_id=same, at=OPENED) for _ in range(2)]
    assert made[0] == made[1]
    assert proposal.thread.posts.count() == 2


def test_one_each_until_it_is_taken_back(proposal: Decision, wren: Membership) -> None:
    made = objection(proposal, wren)
    with pytest.raises(ObjectsAlready):
        objection(proposal, wren, "And it is far away.")
    assert proposal.thread.posts.count() == 2

    for _ in range(2):
        withdraw_objection(by=wren.person, objection=made, at=CLOSES.replace(hour=0))
    assert fresh(made).withdrawn_at is not None
    assert objection(proposal, wren, "Something new.") in proposal.objections.standing()


def test_nobody_takes_back_what_another_objects(proposal: Decision, heron: Membership, wren: Membership) -> None:
    made = objection(proposal, wren)
    with pytest.raises(HasMovedOn):
        withdraw_objection(by=heron.person, objection=made, at=OPENED)
    assert fresh(made).withdrawn_at is None


def test_only_to_a_proposal_that_is_open_and_by_those_who_may_vote(
    proposal: Decision, heron: Membership, wren: Membership
) -> None:
    with pytest.raises(NotAProposal):
        objection(opened(heron), wren)
    with pytest.raises(VotingIsOver):
        object_to(by=wren.person, decision=proposal, words="Late.", client_id=uuid4(), at=AFTER)
    Membership.objects.filter(pk=wren.pk).update(since=OPENED)
    with pytest.raises(MayNotVote):
        objection(proposal, wren)


def test_objecting_is_writing_so_who_is_muted_does_not(proposal: Decision, wren: Membership) -> None:
    Membership.objects.filter(pk=wren.pk).update(muted_until=CLOSES)
    with pytest.raises(IsMuted):
        objection(proposal, wren)
