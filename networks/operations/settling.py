"""The verb that changes what a network is for, whom it is for and how one joins it."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from networks.models import Network
from networks.operations.founding import save_under_its_name
from networks.rules import may_change
from people.models import Area, Person, Topic
from people.rules import coordinators


class MayNotSettle(PermissionDenied):
    """Hosts and coordinators settle what a network is for."""


@transaction.atomic
def change_network(
    *,
    by: Person,
    network: Network,
    purpose: str,
    joining: str,
    first_look: str,
    languages: Iterable[str],
    area: Area | None,
    topics: Iterable[Topic],
    at: datetime,
    name: str | None = None,
    is_sensitive: bool | None = None,
) -> None:
    """Save how it is from now on; a new name and whether mails may name it are for coordinators.

    The address stays, so that links go on leading there. Whom it is for by age and calling was settled when it was
    founded: those inside joined it as that.
    """
    if not may_change(by, network):
        raise MayNotSettle("Hosts and coordinators change this.")
    if (name is not None or is_sensitive is not None) and not coordinators(by):
        raise MayNotSettle("A coordinator changes this.")
    locked = Network.objects.select_for_update(no_key=True).get(pk=network.pk)
    locked.purpose, locked.joining, locked.first_look = purpose, joining, first_look
    locked.languages, locked.area = list(languages), area
    if name is not None:
        locked.name = name
    if is_sensitive is not None:
        locked.is_sensitive = is_sensitive
    save_under_its_name(locked)
    locked.topics.set(topics)
