"""Opening the page about somebody: reading a record leaves a trace that the person can see."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from caseload.queries import Record, record_of
from caseload.rules import relation_of
from people.models import Person
from people.operations import record_read


class MayNotRead(PermissionDenied):
    """Nobody reads about somebody they do not look after."""


@transaction.atomic
def open_record(*, by: Person, person: Person, at: datetime) -> Record:
    """Note who reads about whom and as what, then read: there is no record without its note."""
    relation = relation_of(by, person)
    if relation is None:
        raise MayNotRead
    record_read(by=by, person=person, why=relation.label, at=at)
    return record_of(person, viewer=by, relation=relation, at=at)
