"""Verbs of objecting to a proposal: with words, which are a post in its discussion, until the objection is met."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from networks.models import Decision, Objection
from networks.operations.voting import hold_open
from networks.operations.writing import post_reply
from people.errors import HasMovedOn
from people.models import Person


class ObjectsAlready(ValidationError):
    """One objection each; more reasons go into the discussion."""


class NotAProposal(ValidationError):
    """Only a proposal for consent can be objected to."""


@transaction.atomic
def object_to(*, by: Person, decision: Decision, words: str, client_id: UUID, at: datetime) -> Objection:
    """Object with a reason; while it stands the proposal does not. The same `client_id` again returns what it made.

    The words are a reply in the discussion, so that they are answered, reported and moderated like any.
    """
    voter, held = hold_open(decision, by, at)
    if held.kind != Decision.Kind.CONSENT:
        raise NotAProposal("There is nothing to object to here.")
    if made := Objection.objects.filter(by=voter, decision=held, post__client_id=client_id).first():
        return made
    if held.objections.filter(by=voter, withdrawn_at=None).exists():
        raise ObjectsAlready("You object already. Say more in the discussion.")
    post = post_reply(by=by, thread=held.thread, body=words, client_id=client_id, at=at)
    return Objection.objects.create(decision=held, by=voter, post=post, at=at)


@transaction.atomic
def withdraw_objection(*, by: Person, objection: Objection, at: datetime) -> None:
    """Take back one's own objection, because it is met; its words stay in the discussion. Twice changes nothing."""
    _, held = hold_open(objection.decision, by, at)
    rows = held.objections.filter(pk=objection.pk, by__person=by)
    if not rows.exists():
        raise HasMovedOn("This is not your objection.")
    rows.filter(withdrawn_at=None).update(withdrawn_at=at)
