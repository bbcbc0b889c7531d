"""Verbs of an agreement: one of the two proposes it, both sign, another follows, and they are reminded kindly."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.timezone import localdate

from matching.models import Pairing
from messaging.models import Notice
from messaging.operations import write_notice
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember
from support.machines import AGREEMENT
from support.models import Agreement, Signature
from support.operations.holding import hold_together
from support.queries.agreements import reminders_due, those_to_remind
from support.rules import is_member, takes_part, the_two
from support.terms import LONGEST_WITHOUT_REVIEW, Terms


class NotOfTheTwo(PermissionDenied):
    """What two people agree is theirs."""


class WasQuicker(ValidationError):
    """The other wrote a version meanwhile, which is to be read first."""


@transaction.atomic
def propose_agreement(
    *, by: Person, pairing: Pairing, terms: Terms, review_on: date, after: int, at: datetime, why: str = ""
) -> Agreement:
    """Write the version that follows `after`, signed by who writes it, and ask the other to sign.

    What was proposed before is withdrawn by it; what is in force stays so until both have signed this one. Raises
    `WasQuicker` where the other wrote one that this does not follow.
    """
    _only_the_two(by, pairing)
    hold_together(pairing)
    _check_day(review_on, at)
    latest = pairing.agreements.order_by("-version").first()
    if (latest.version if latest else 0) != after:
        raise WasQuicker("The other has written something meanwhile. Read it first: it is on the agreement’s page.")
    if latest is not None and latest.state == Agreement.State.PROPOSED:
        move(latest, Agreement.State.WITHDRAWN, machine=AGREEMENT, by=by, at=at, about=pairing.request.person)
    made = Agreement.objects.create(
        pairing=pairing,
        version=after + 1,
        why=why,
        review_on=review_on,
        drafted_by=by,
        drafted_at=at,
        **terms.as_fields(),
    )
    remember(made, machine=AGREEMENT, before="", by=by, at=at, about=pairing.request.person)
    Signature.objects.create(agreement=made, person=by, at=at)
    _tell_other(made, by, "Words for your agreement", "Read what is proposed, and say whether you agree.", at)
    return made


@transaction.atomic
def sign_agreement(*, by: Person, agreement: Agreement, at: datetime) -> None:
    """Say yes to what is proposed; once both have, it is in force in place of the one before. Twice is once."""
    pairing = agreement.pairing
    _only_the_two(by, pairing)
    hold_together(pairing)
    agreement.refresh_from_db(fields=["state"])
    if agreement.state == Agreement.State.IN_FORCE:
        return
    if agreement.state != Agreement.State.PROPOSED:
        raise HasMovedOn("These words are not proposed any more. See what is now.")
    Signature.objects.get_or_create(agreement=agreement, person=by, defaults={"at": at})
    signed = set(agreement.signatures.values_list("person", flat=True))
    if signed >= {person.pk for person in the_two(pairing)}:
        _bring_into_force(agreement, by=by, at=at)


@transaction.atomic
def withdraw_agreement(*, by: Person, agreement: Agreement, at: datetime) -> None:
    """Take off the table what is proposed: whoever wrote it takes it back, the other says no to it. Nobody says why."""
    pairing = agreement.pairing
    _only_the_two(by, pairing)
    hold_together(pairing)
    agreement.refresh_from_db(fields=["state"])
    move(agreement, Agreement.State.WITHDRAWN, machine=AGREEMENT, by=by, at=at, about=pairing.request.person)
    told = "What was proposed is off the table. Nothing else has changed, and either of you can propose something."
    _tell_other(agreement, by, "Words for your agreement are off the table", told, at)


@transaction.atomic
def bring_agreement(*, by: Person, agreement: Agreement, pairing: Pairing | None) -> None:
    """The member lets an agreement with whoever is alongside them now begin with these words; with None no more."""
    if not is_member(by, agreement.pairing) or not (pairing is None or is_member(by, pairing)):
        raise NotOfTheTwo
    Agreement.objects.filter(pk=agreement.pk).update(brought_to=pairing)
    agreement.brought_to = pairing


def remind_of_agreements(*, at: datetime) -> int:
    """Remind whoever has not signed, and both of a review; return how many notices. Each agreement on its own."""
    return sum(_remind(agreement, at) for agreement in reminders_due(at))


def _bring_into_force(agreement: Agreement, *, by: Person, at: datetime) -> None:
    pairing = agreement.pairing
    member = pairing.request.person
    for earlier in pairing.agreements.filter(state=Agreement.State.IN_FORCE):
        move(earlier, Agreement.State.REPLACED, machine=AGREEMENT, by=by, at=at, about=member)
    # With its time first, without which the database lets nothing be in force; its review has reminders of its own.
    Agreement.objects.filter(pk=agreement.pk).update(agreed_at=at, reminders=0, reminded_at=None)
    move(agreement, Agreement.State.IN_FORCE, machine=AGREEMENT, by=by, at=at, about=member)
    agreement.refresh_from_db(fields=["agreed_at", "reminders", "reminded_at"])
    _tell_other(agreement, by, "You both agree", "Your agreement is in force. You can read it whenever you like.", at)


def _only_the_two(by: Person, pairing: Pairing) -> None:
    if not takes_part(by, pairing):
        raise NotOfTheTwo


def _check_day(review_on: date, at: datetime) -> None:
    today = localdate(at)
    if not today < review_on <= today + LONGEST_WITHOUT_REVIEW:
        raise ValidationError({"review_on": "Choose a day to come, within two years."})


def _tell_other(agreement: Agreement, by: Person, subject: str, body: str, at: datetime) -> None:
    for person in the_two(agreement.pairing):
        if person != by:
            _tell(person, agreement, subject, body, at)


@transaction.atomic
def _remind(agreement: Agreement, at: datetime) -> int:
    """Of two jobs at once one changes the row, and only that one writes."""
    unchanged = Agreement.objects.filter(pk=agreement.pk, state=agreement.state, reminders=agreement.reminders)
    if not unchanged.update(reminders=F("reminders") + 1, reminded_at=at):
        return 0
    people = those_to_remind(agreement)
    for person in people:
        if agreement.state == Agreement.State.PROPOSED:
            told = "There is no hurry. You can agree, or propose something else."
            _tell(person, agreement, "Words for your agreement wait for you", told, at)
        else:
            told = "You wanted to look at it again about now: does it still suit both of you?"
            _tell(person, agreement, "Your agreement, looked at again", told, at)
    return len(people)


def _tell(person: Person, agreement: Agreement, subject: str, body: str, at: datetime) -> None:
    write_notice(
        person=person,
        kind=Notice.Kind.SUPPORT,
        subject=subject,
        body=body,
        path=reverse("agreement", args=[agreement.pairing_id]),
        at=at,
    )
