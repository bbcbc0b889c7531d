"""One person, one vote: who may, how often, and what a secret ballot leaves behind."""

import random
from datetime import timedelta

import pytest
from django.db import connection
from django.forms.models import model_to_dict

from networks.models import Ballot, Decision, Membership, Network, Voted
from networks.operations import (
    BallotIsFaulty,
    MayNotVote,
    VotedAlready,
    VotingIsOver,
    cast_vote,
    close_decision,
    leave,
    sign_petition,
    take_back_signature,
)
from people.models import Person, StateChange
from safeguarding.operations import block
from tests.fixtures import NOW, make_person
from tests.matching.making import at_once, fresh
from tests.networks.conftest import enter
from tests.networks.deciding import AFTER, CLOSES, OPENED, counted, opened, voted


def electors(network: Network, count: int) -> list[Membership]:
    return [enter(make_person(f"Voter{n}", age_group="26_64"), network, f"Bird{n}") for n in range(count)]


@pytest.mark.parametrize(
    ("kind", "choices", "is_good"),
    [
        ("single", [2], True),
        ("single", [1, 2], False),
        ("single", [], False),
        ("single", [4], False),
        ("many", [3, 1], True),
        ("many", [1, 1], False),
        ("ranked", [3, 1, 2], True),
        ("ranked", [2], True),
        ("ranked", [], False),
        ("consent", [2], True),
        ("consent", [1, 2], False),
        ("petition", [1], False),
    ],
)
def test_what_a_ballot_may_say(heron: Membership, kind: str, choices: list[int], is_good: bool) -> None:
    decision = opened(heron, kind)
    if is_good:
        assert voted(decision, heron, *choices).choices == choices
    else:
        with pytest.raises(BallotIsFaulty):
            voted(decision, heron, *choices)
        assert (Ballot.objects.count(), Voted.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("since", "state", "may"),
    [
        (OPENED - timedelta(seconds=1), "joined", True),
        (OPENED, "joined", False),
        (OPENED + timedelta(hours=1), "joined", False),
        (NOW, "asked", False),
        (NOW, "left", False),
        (NOW, "removed", False),
        (NOW, "banned", False),
    ],
)
def test_members_vote_who_joined_before_it_opened(
    heron: Membership, ben: Person, since: object, state: str, may: bool
) -> None:
    poll = opened(heron)
    late = enter(ben, heron.network, "Wren", state=state)
    Membership.objects.filter(pk=late.pk).update(since=since)
    if may:
        assert voted(poll, late, 1)
    else:
        with pytest.raises(MayNotVote):
            voted(poll, late, 1)


def test_who_is_muted_or_has_not_agreed_anew_keeps_the_vote(heron: Membership) -> None:
    """Voting is not writing: nobody loses their say by a moderator's step or a new agreement."""
    poll = opened(heron)
    Membership.objects.update(muted_until=CLOSES)
    Network.objects.update(agreement_version=2)
    assert voted(poll, fresh(heron), 1)


def test_a_block_takes_nobodys_vote(heron: Membership, wren: Membership) -> None:
    poll = opened(heron)
    block(by=heron.person, person=wren.person, known_as="Wren", at=OPENED)
    assert Decision.objects.visible_to(wren.person).get() == poll
    assert voted(poll, wren, 1)


@pytest.mark.parametrize(("at", "may"), [(CLOSES - timedelta(seconds=1), True), (CLOSES, False), (AFTER, False)])
def test_voting_is_over_when_it_closes_counted_or_not(heron: Membership, at: object, may: bool) -> None:
    poll = opened(heron)
    if may:
        assert voted(poll, heron, 1, at=at)  # type: ignore[arg-type]
    else:
        with pytest.raises(VotingIsOver):
            voted(poll, heron, 1, at=at)  # type: ignore[arg-type]


def test_a_secret_vote_is_cast_once(heron: Membership) -> None:
    poll = opened(heron)
    first = voted(poll, heron, 1)
    with pytest.raises(VotedAlready):
        voted(poll, heron, 2)
    assert [(one.pk, one.choices) for one in poll.ballots.all()] == [(first.pk, [1])]


def test_an_open_vote_can_be_changed_until_it_closes(heron: Membership, wren: Membership) -> None:
    poll = opened(heron, is_secret=False)
    voted(poll, wren, 3)
    first, second = voted(poll, heron, 1), voted(poll, heron, 2)

    assert first.pk == second.pk
    assert {(one.voter, *one.choices) for one in poll.ballots.all()} == {(wren, 3), (heron, 2)}
    assert poll.voted.count() == 2


def test_a_vote_that_was_cast_stays_when_its_voter_goes(heron: Membership, wren: Membership) -> None:
    poll = opened(heron, is_secret=False)
    voted(poll, wren, 2)
    leave(by=wren.person, network=wren.network, at=OPENED)

    assert counted(poll).result["chosen"] == [2]


def test_who_comes_back_does_not_vote_twice(heron: Membership, wren: Membership) -> None:
    poll = opened(heron)
    voted(poll, wren, 2)
    leave(by=wren.person, network=wren.network, at=OPENED)
    Membership.objects.filter(pk=wren.pk).update(state=Membership.State.JOINED, since=NOW)
    with pytest.raises(VotedAlready):
        voted(poll, wren, 1)


def test_a_secret_ballot_has_nothing_of_its_voter(heron: Membership) -> None:
    poll = opened(heron)
    changes = StateChange.objects.count()
    ballot = voted(poll, heron, 1)

    assert model_to_dict(fresh(ballot)) == {"id": ballot.pk, "decision": poll.pk, "choices": [1], "voter": None}
    assert model_to_dict(Voted.objects.get(), exclude=["id"]) == {"decision": poll.pk, "person": heron.person_id}
    assert {field.name for field in Voted._meta.concrete_fields} == {"id", "decision", "person"}
    assert StateChange.objects.count() == changes


def rows_as_they_lie() -> list[str]:
    """Ballots as the database gives them when nobody asks for an order."""
    order = "ctid" if connection.vendor == "postgresql" else "rowid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM networks_ballot ORDER BY {order}")
        return [str(row[0]).replace("-", "") for row in cursor.fetchall()]


def test_after_counting_ballots_lie_in_an_order_of_chance(heron: Membership) -> None:
    """While votes come in, ballots lie in the order of those who voted; afterwards in the order of ids of chance."""
    poll = opened(heron)
    cast = [voted(poll, one, 1 + n % 3).pk.hex for n, one in enumerate(electors(heron.network, 12))]
    assert rows_as_they_lie() == cast

    counted(poll)

    assert rows_as_they_lie() == sorted(cast)
    assert cast != sorted(cast)
    assert Ballot.objects.count() == 12


@pytest.mark.servers
def test_after_counting_no_transaction_tells_which_ballot_is_whose(heron: Membership) -> None:
    """What PostgreSQL keeps of every row beside what we asked it to keep."""
    poll = opened(heron)
    for one in electors(heron.network, 6):
        voted(poll, one, 1)
    counted(poll)

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT xmin::text) FROM networks_ballot")
        assert cursor.fetchone() == (1,)


def test_signing_once_however_often(heron: Membership, wren: Membership) -> None:
    petition = opened(heron, Decision.Kind.PETITION)
    for _ in range(3):
        sign_petition(by=heron.person, decision=petition, at=OPENED)
    assert (petition.voted.count(), fresh(petition).state) == (1, "open")

    take_back_signature(by=heron.person, decision=petition, at=OPENED)
    sign_petition(by=wren.person, decision=petition, at=OPENED)
    assert (petition.voted.count(), fresh(petition).state) == (1, "open")


def test_only_a_petition_is_signed_and_it_is_not_taken_back_from_a_vote(heron: Membership) -> None:
    poll = opened(heron)
    with pytest.raises(BallotIsFaulty):
        sign_petition(by=heron.person, decision=poll, at=OPENED)
    voted(poll, heron, 1)
    with pytest.raises(BallotIsFaulty):
        take_back_signature(by=heron.person, decision=poll, at=OPENED)
    assert poll.voted.count() == 1


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_secret", [True, False])
def test_sixteen_at_once_a_thousand_times_and_nobody_votes_twice(heron: Membership, is_secret: bool) -> None:
    """Eight people press twice each at the same moment, 63 times over: 1,008 presses."""
    people, rng = electors(heron.network, 8), random.Random(1)
    for _ in range(63):
        poll = opened(heron, is_secret=is_secret)

        def press(member: Membership, poll: Decision = poll) -> str:
            try:
                cast_vote(by=member.person, decision=poll, choices=[rng.randint(1, 3)], at=OPENED)
            except VotedAlready:
                return "already"
            return "voted"

        calls = [lambda member=member: press(member) for member in people * 2]
        answers = at_once(calls)
        assert answers.count("voted") == (8 if is_secret else 16)
        assert (poll.voted.count(), poll.ballots.count()) == (8, 8)


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_the_last_signature_sends_it_once_whoever_gives_it(heron: Membership) -> None:
    people = electors(heron.network, 16)
    petition = opened(heron, Decision.Kind.PETITION, signatures_needed=8)

    def sign(member: Membership) -> bool:
        try:
            sign_petition(by=member.person, decision=petition, at=OPENED)
        except VotingIsOver:
            return False
        return True

    signed = at_once([lambda member=member: sign(member) for member in people])  # type: ignore[misc]

    assert signed.count(True) == petition.voted.count() == 8
    assert StateChange.objects.filter(machine="networks.decision", after="closed").count() == 1


@pytest.mark.servers
@pytest.mark.django_db(transaction=True)
def test_of_many_workers_one_counts_and_no_vote_comes_too_late(heron: Membership) -> None:
    """Votes and closings in the same moment: every ballot that was taken is in the result."""
    people = electors(heron.network, 12)
    for _ in range(20):
        poll = opened(heron)

        def vote(member: Membership, poll: Decision = poll) -> str:
            try:
                cast_vote(by=member.person, decision=poll, choices=[1], at=CLOSES - timedelta(seconds=1))
            except VotingIsOver:
                return "late"
            return "voted"

        def close(poll: Decision = poll) -> str:
            return "counted" if close_decision(pk=poll.pk, at=CLOSES) else "not"

        calls = [*[lambda member=member, vote=vote: vote(member) for member in people], *[close] * 4]
        answers = at_once(calls)
        if "counted" not in answers:
            assert close() == "counted"
        assert answers.count("counted") <= 1
        assert fresh(poll).result["ballots"] == poll.ballots.count() == answers.count("voted")
