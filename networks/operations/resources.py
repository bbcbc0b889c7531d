"""Verbs of keeping pages for reading: write, change, go back, look over, remove, put back."""

from calendar import monthrange
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate

from networks.models import Membership, Network, Resource, ResourceVersion
from networks.operations.authors import MayNotLead, author_in
from networks.operations.links import keep_links
from networks.rules import may_host, may_lead
from people.errors import HasMovedOn
from people.models import Person

REMOVED = "This page has been removed. A host can put it back."
CHANGED = "Somebody has changed this page since you opened it. Please read it as it is now."


class ChangedMeanwhile(ValidationError):
    """Somebody else saved the page while these words were being written; nothing of either is lost."""


@transaction.atomic
def write_resource(*, by: Person, network: Network, title: str, body: str, at: datetime) -> Resource:
    """Keep a new page; the same page by the same person again is the one there is."""
    keeper = _keeper_in(network, by, at)
    same = Resource.objects.kept().filter(network=network, title=title, body=body, version=1, versions__by=keeper)
    if found := same.first():
        return found
    resource = Resource.objects.create(network=network, title=title, body=body, changed_at=at)
    _remember(resource, by=keeper, why="", at=at)
    return resource


@transaction.atomic
def change_resource(
    *, by: Person, resource: Resource, version: int, title: str, body: str, why: str, at: datetime
) -> Resource:
    """Save the page as a new version; the words it has already change nothing.

    `version` is the one that the writer began from. Raises `ChangedMeanwhile` where there is a newer one.
    """
    keeper, now = _hold(by, resource, at)
    if (now.title, now.body) == (title, body):
        return now
    if now.version != version:
        raise ChangedMeanwhile("Somebody else has changed this page while you wrote. Your words are kept below.")
    return _become(now, title=title, body=body, by=keeper, why=why, at=at)


@transaction.atomic
def restore_version(*, by: Person, earlier: ResourceVersion, at: datetime) -> Resource:
    """Let the page say again what it said then, as a new version, so that nothing is lost."""
    keeper, now = _hold(by, earlier.resource, at)
    if (now.title, now.body) == (earlier.title, earlier.body):
        return now
    why = f"Back to version {earlier.version}"
    return _become(now, title=earlier.title, body=earlier.body, by=keeper, why=why, at=at)


@transaction.atomic
def review_resource(*, by: Person, resource: Resource, version: int, months: int, at: datetime) -> Resource:
    """Note that somebody has read the page in this version and found it right, and when to look again."""
    keeper, now = _hold(by, resource, at)
    if now.version != version:
        raise HasMovedOn(CHANGED)
    today = localdate(at)
    return _update(now, reviewed_by=keeper, reviewed_on=today, review_due_on=_months_after(today, months))


@transaction.atomic
def remove_resource(*, by: Person, resource: Resource, at: datetime) -> None:
    """Take the page away from readers; a host finds it with its history and may put it back. Twice changes nothing."""
    if not may_lead(by, resource.network):
        raise MayNotLead("Only hosts and leaders of this network remove a page.")
    Resource.objects.kept().filter(pk=resource.pk).update(removed_at=at)


@transaction.atomic
def put_back_resource(*, by: Person, resource: Resource, at: datetime) -> None:
    """Let it be read again as it was; twice changes nothing."""
    if not may_host(by, resource.network):
        raise MayNotLead("Only a host of this network puts a page back.")
    Resource.objects.filter(pk=resource.pk).update(removed_at=None)


def _keeper_in(network: Network, person: Person, at: datetime) -> Membership:
    keeper = author_in(network, person, at)
    if not (keeper.is_host or keeper.is_leader):
        raise MayNotLead("Only hosts and leaders of this network write its pages.")
    return keeper


def _hold(by: Person, resource: Resource, at: datetime) -> tuple[Membership, Resource]:
    """Who changes it, and the page as it is now, locked: two who save at once are told of each other."""
    keeper = _keeper_in(resource.network, by, at)
    now = Resource.objects.select_for_update(no_key=True).get(pk=resource.pk)
    if now.removed_at is not None:
        raise HasMovedOn(REMOVED)
    return keeper, now


def _become(now: Resource, *, title: str, body: str, by: Membership, why: str, at: datetime) -> Resource:
    _update(now, title=title, body=body, version=now.version + 1, changed_at=at)
    _remember(now, by=by, why=why, at=at)
    return now


def _remember(resource: Resource, *, by: Membership, why: str, at: datetime) -> None:
    ResourceVersion.objects.create(
        resource=resource, version=resource.version, title=resource.title, body=resource.body, why=why, by=by, at=at
    )
    keep_links(resource)


def _update(resource: Resource, **facts: Any) -> Resource:
    for name, value in facts.items():
        setattr(resource, name, value)
    resource.save(update_fields=list(facts))
    return resource


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last day."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
