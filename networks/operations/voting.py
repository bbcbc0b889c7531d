"""Verbs of voting: cast a ballot, secret or open, and sign a petition. One person, one vote."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from networks.models import Ballot, Decision, Membership, Voted
from networks.operations.petitioning import send_to_the_service
from networks.queries import electorate_of
from people.errors import HasMovedOn
from people.models import Person

ONE_CHOICE = (Decision.Kind.SINGLE, Decision.Kind.CONSENT)


class MayNotVote(PermissionDenied):
    """Only members who joined before it opened vote."""


class VotingIsOver(HasMovedOn):
    """It has closed, or was taken back."""


class VotedAlready(HasMovedOn):
    """A secret vote cannot be found again to be changed."""


class BallotIsFaulty(ValidationError):
    """It names what is no option, the same twice, nothing, or too much."""


@transaction.atomic
def cast_vote(*, by: Person, decision: Decision, choices: Sequence[int], at: datetime) -> Ballot:
    """Cast a ballot: numbers of options, in the order of choice where there is one.

    A secret one is cast once, and what is returned is the only link to it: keep it nowhere. An open one may be cast
    again until it closes, and takes the place of the one before.
    """
    voter, held = hold_open(decision, by, at)
    _check(held, choices)
    _, is_first = Voted.objects.get_or_create(decision=held, person=by)
    if not held.is_secret:
        ballot, _ = Ballot.objects.update_or_create(decision=held, voter=voter, defaults={"choices": list(choices)})
        return ballot
    if not is_first:
        raise VotedAlready("You have voted already. A secret vote is one of many now, so it cannot be changed.")
    return Ballot.objects.create(decision=held, choices=list(choices))


@transaction.atomic
def sign_petition(*, by: Person, decision: Decision, at: datetime) -> None:
    """Sign; twice changes nothing. The last signature that is needed sends it to the service at once."""
    held = _petition(decision, by, at)
    Voted.objects.get_or_create(decision=held, person=by)
    signatures = held.voted.count()
    if signatures >= (held.signatures_needed or 0):
        send_to_the_service(held, signatures, at=at)


@transaction.atomic
def take_back_signature(*, by: Person, decision: Decision, at: datetime) -> None:
    """Take a signature back while the petition still gathers them; twice changes nothing."""
    _petition(decision, by, at).voted.filter(person=by).delete()


def _petition(decision: Decision, person: Person, at: datetime) -> Decision:
    _, held = hold_open(decision, person, at)
    if held.kind != Decision.Kind.PETITION:
        # Forgetting that somebody voted would let them vote twice.
        raise BallotIsFaulty("This is not a petition.")
    return held


def hold_open(decision: Decision, person: Person, at: datetime) -> tuple[Membership, Decision]:
    """The voter, and the decision held until the commit: votes of one decision, and its counting, wait for each other.

    Raises `VotingIsOver` and `MayNotVote`.
    """
    held = Decision.objects.select_for_update(of=("self",)).select_related("thread__network").get(pk=decision.pk)
    if held.state != Decision.State.OPEN or at >= held.closes_at:
        raise VotingIsOver("Voting is over.")
    voter = electorate_of(held).filter(person=person).first()
    if voter is None:
        raise MayNotVote("Members who joined before this opened vote in it.")
    return voter, held


def _check(decision: Decision, choices: Sequence[int]) -> None:
    numbers = set(decision.options.values_list("number", flat=True))
    if not choices or not numbers.issuperset(choices) or len(set(choices)) < len(choices):
        raise BallotIsFaulty("Choose at least one of the options, and none of them twice.")
    if decision.kind in ONE_CHOICE and len(choices) > 1:
        raise BallotIsFaulty("Choose one.")
