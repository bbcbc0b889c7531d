"""Opening a decision, taking it back, and telling what changed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from messaging.models import Notice
from networks.models import Decision, Membership, Network, Thread
from networks.operations import (
    Choice,
    MayNotDecide,
    MayNotHost,
    MayNotPost,
    VotingIsOver,
    sign_petition,
    tell_what_changed,
    withdraw_decision,
)
from people.errors import HasMovedOn
from people.models import Person, StateChange
from tests.fixtures import NOW
from tests.matching.making import fresh
from tests.networks.conftest import enter
from tests.networks.deciding import AFTER, CLOSES, OPENED, PROJECTS, counted, opened, voted

KINDS = list(Decision.Kind)


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo hosts the carers' network."""
    return enter(cleo, carers, "Robin", is_host=True)


def test_a_poll_has_a_thread_and_options_with_numbers(heron: Membership) -> None:
    poll = opened(heron, title="Where?", body="Tuesdays.")

    assert (poll.thread.kind, poll.thread.title, poll.thread.posts.get().body) == (
        Thread.Kind.DECISION,
        "Where?",
        "Tuesdays.",
    )
    assert [(one.number, one.title, one.cost) for one in poll.options.all()] == [
        (1, "The library", None),
        (2, "The café", None),
        (3, "Online", None),
    ]
    assert (poll.state, poll.is_secret, poll.opened_at, poll.closes_at) == ("open", True, OPENED, CLOSES)
    assert StateChange.objects.get(machine="networks.decision").subject == poll.pk


def test_pressing_twice_opens_it_once(heron: Membership) -> None:
    same = uuid4()
    assert opened(heron, client_id=same) == opened(heron, client_id=same)
    assert Decision.objects.get().options.count() == 3


@pytest.mark.parametrize("kind", KINDS)
def test_members_open_all_kinds_but_a_sum_of_money_only_hosts(
    heron: Membership, robin: Membership, kind: Decision.Kind
) -> None:
    assert opened(robin, kind).kind == kind
    if kind == Decision.Kind.BUDGET:
        with pytest.raises(MayNotHost):
            opened(heron, kind)
    else:
        assert opened(heron, kind).kind == kind


def test_only_members_who_may_write_open_one(ada: Person, carers: Network) -> None:
    left = enter(ada, carers, "Heron", state=Membership.State.LEFT)
    with pytest.raises(MayNotPost):
        opened(left)
    Membership.objects.update(state=Membership.State.JOINED, muted_until=CLOSES)
    with pytest.raises(MayNotPost):
        opened(fresh(left))


def test_a_proposal_has_its_two_answers_and_is_open(heron: Membership) -> None:
    proposal = opened(heron, Decision.Kind.CONSENT, is_secret=True, choices=[Choice("Something else")])

    assert [one.title for one in proposal.options.all()] == [
        "I can live with it",
        "I stand aside: not my choice, but no objection",
    ]
    assert proposal.is_secret is False


def test_a_budget_keeps_costs_in_pence(robin: Membership) -> None:
    budget = opened(robin, Decision.Kind.BUDGET)
    assert [one.cost for one in budget.options.all()] == [choice.cost for choice in PROJECTS]
    assert budget.total == 100_000


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Decision.Kind.BUDGET, {"total": None}),
        (Decision.Kind.BUDGET, {"total": 0}),
        (Decision.Kind.SINGLE, {"total": 100}),
        (Decision.Kind.PETITION, {"signatures_needed": None}),
        (Decision.Kind.SINGLE, {"signatures_needed": 2}),
        (Decision.Kind.CONSENT, {"is_secret": True}),
        (Decision.Kind.SINGLE, {"closes_at": OPENED}),
    ],
)
def test_the_database_keeps_kinds_apart(robin: Membership, kind: Decision.Kind, wrong: dict[str, object]) -> None:
    decision = opened(robin, kind)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).update(**wrong)


def test_taking_it_back_says_why_and_ends_the_vote(heron: Membership, wren: Membership) -> None:
    poll = opened(heron)
    voted(poll, wren, 1)

    withdraw_decision(by=heron.person, decision=poll, because="I forgot an option.", at=OPENED)

    poll = fresh(poll)
    assert (poll.state, poll.withdrawn_because, poll.decided_at, poll.result) == (
        "withdrawn",
        "I forgot an option.",
        OPENED,
        None,
    )
    assert [(one.person, one.subject) for one in Notice.objects.all()] == [(wren.person, "A decision was taken back")]
    with pytest.raises(VotingIsOver):
        voted(poll, heron, 1)
    with pytest.raises(HasMovedOn):
        withdraw_decision(by=heron.person, decision=poll, because="Again.", at=OPENED)


def test_hosts_take_back_what_others_opened_and_others_do_not(
    heron: Membership, wren: Membership, robin: Membership
) -> None:
    poll = opened(heron)
    with pytest.raises(MayNotDecide):
        withdraw_decision(by=wren.person, decision=poll, because="No.", at=OPENED)
    withdraw_decision(by=robin.person, decision=poll, because="Twice the same.", at=OPENED)
    assert fresh(poll).state == "withdrawn"


def test_what_is_counted_cannot_be_taken_back(heron: Membership) -> None:
    poll = counted(opened(heron))
    with pytest.raises(HasMovedOn):
        withdraw_decision(by=heron.person, decision=poll, because="I do not like it.", at=AFTER)


def test_what_changed_is_added_to_what_was_told_before(
    heron: Membership, wren: Membership, robin: Membership, dev: Person
) -> None:
    poll = opened(heron)
    voted(poll, wren, 1)
    with pytest.raises(HasMovedOn):
        tell_what_changed(by=robin.person, decision=poll, words="Too early.", at=OPENED)
    poll = counted(poll)
    Notice.objects.all().delete()

    tell_what_changed(by=robin.person, decision=poll, words="We asked the library.", at=AFTER)
    tell_what_changed(by=robin.person, decision=poll, words="It is booked.", at=AFTER + timedelta(days=1))

    assert [one.words for one in poll.consequences.all()] == ["We asked the library.", "It is booked."]
    assert [one.person for one in Notice.objects.all()] == [wren.person] * 2
    for somebody in (heron.person, dev):
        with pytest.raises(MayNotDecide):
            tell_what_changed(by=somebody, decision=poll, words="Me too.", at=AFTER)


def test_coordinators_tell_what_changed_by_a_petition(heron: Membership, wren: Membership, dev: Person) -> None:
    petition = opened(heron, Decision.Kind.PETITION)
    for member in (heron, wren):
        sign_petition(by=member.person, decision=petition, at=OPENED)

    tell_what_changed(by=dev, decision=fresh(petition), words="There is a ramp now.", at=AFTER)

    assert petition.consequences.get().words == "There is a ramp now."


def test_no_notice_names_the_network_or_what_is_decided(heron: Membership, wren: Membership) -> None:
    poll = opened(heron, title="Secret matters")
    voted(poll, wren, 1)
    counted(poll)

    notice = Notice.objects.get()
    assert notice.person == wren.person
    for word in (heron.network.name, "Secret matters", "library"):
        assert word not in notice.subject + notice.body
    assert notice.path == f"/networks/carers/decisions/{poll.pk}/"
    assert notice.written_at > NOW
