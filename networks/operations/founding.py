"""The verb of coordinators: found a network and name who hosts it."""

from collections.abc import Iterable
from datetime import datetime
from typing import NotRequired, TypedDict, Unpack

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.text import slugify

from messaging.models import Notice
from messaging.operations import write_notice
from networks.machines import MEMBERSHIP
from networks.models import Agreement, Membership, Network
from networks.rules import may_found
from people.models import Area, Person, Topic
from people.operations import remember
from safeguarding.operations import let_moderate

# Taken by addresses of our own: /networks/new/.
RESERVED = {"new", "ideas", "invitations", "search", "suggestions", "worth-founding", "care"}


class Facts(TypedDict):
    """What a network is to be, as its coordinator says; `agreement` is the first version of its house agreement."""

    name: str
    purpose: str
    agreement: str
    joining: str
    circle: NotRequired[str]
    first_look: NotRequired[str]
    is_sensitive: NotRequired[bool]
    area: NotRequired[Area | None]
    languages: NotRequired[Iterable[str]]
    topics: NotRequired[Iterable[Topic]]


class MayNotFound(PermissionDenied):
    """Coordinators found networks."""


class NetworkNameIsTaken(ValidationError):
    """There is a network of that name."""

    def __init__(self) -> None:
        super().__init__({"name": "There is a network of this name."})


@transaction.atomic
def found_network(
    *,
    by: Person,
    for_under_18s: bool,
    at: datetime,
    host: Person | None = None,
    host_name: str = "",
    **facts: Unpack[Facts],
) -> Network:
    """Found a network, with `host` in it under the name `host_name` and told of it.

    Without a host nobody can be let in on request: name one soon with `make_host`.
    """
    if not may_found(by):
        raise MayNotFound("A coordinator founds networks.")
    topics = facts.pop("topics", ())
    facts["languages"] = list(facts.get("languages", ()))
    network = Network(slug=_free_slug(facts["name"]), for_under_18s=for_under_18s, founded_at=at, **facts)
    save_under_its_name(network)
    network.topics.set(topics)
    Agreement.objects.create(network=network, version=1, text=network.agreement, begins_at=at)
    if host:
        _install(host, network, host_name, by=by, at=at)
    return network


def save_under_its_name(network: Network) -> None:
    """Save it, in the caller's transaction; raises `NetworkNameIsTaken` where another has the name."""
    try:
        with transaction.atomic():
            network.save()
    except IntegrityError:
        raise NetworkNameIsTaken from None


def _install(host: Person, network: Network, name: str, *, by: Person, at: datetime) -> None:
    membership = Membership.objects.create(
        network=network,
        person=host,
        chosen_name=name,
        is_host=True,
        state=Membership.State.JOINED,
        since=at,
    )
    remember(membership, machine=MEMBERSHIP, before="", by=by, at=at, about=host)
    let_moderate(person=host, scope=network.scope, at=at)
    write_notice(
        person=host,
        kind=Notice.Kind.NETWORKS,
        subject="You host a new network",
        body="A coordinator has founded a network and named you as its host.",
        path=reverse("networks"),
        at=at,
    )


def _free_slug(name: str) -> str:
    """A name in letters that no address can carry, or one like another, gets a number."""
    stem = slugify(name)[:70] or "network"
    taken = RESERVED | set(Network.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return stem if stem not in taken else next(slug for slug in numbered if slug not in taken)
