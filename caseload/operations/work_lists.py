"""Keeping what the desk is narrowed to under a name, renaming it, letting it go."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from caseload.models import WorkList
from people.models import Person


class NameTaken(ValidationError):
    """Two lists of one name would be found by neither."""

    def __init__(self, name: str) -> None:
        super().__init__({"name": f"You have a list called “{name}” already. Give this one another name."})


def save_work_list(*, by: Person, name: str, section: str, filters: Mapping[str, str], at: datetime) -> WorkList:
    """Keep these filters; the list finds whoever fits them on the day it is opened."""
    try:
        with transaction.atomic():
            return WorkList.objects.create(person=by, name=name, section=section, filters=dict(filters), made_at=at)
    except IntegrityError as error:
        raise NameTaken(name) from error


def rename_work_list(*, by: Person, work_list: WorkList, name: str) -> None:
    only_own(by, work_list)
    try:
        with transaction.atomic():
            WorkList.objects.filter(pk=work_list.pk).update(name=name)
    except IntegrityError as error:
        raise NameTaken(name) from error
    work_list.name = name


def delete_work_list(*, by: Person, work_list: WorkList) -> None:
    """The list goes; whoever was on it stays as they are."""
    only_own(by, work_list)
    work_list.delete()


def only_own(by: Person, work_list: WorkList) -> None:
    if work_list.person_id != by.pk:
        raise PermissionDenied
