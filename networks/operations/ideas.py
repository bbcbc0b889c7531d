"""Verbs of an idea for a network: somebody asks for it, and a coordinator says yes or no."""

from datetime import datetime
from typing import Unpack

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.machines import IDEA, MEMBERSHIP
from networks.models import Idea, Membership, Network
from networks.operations.founding import Facts, MayNotFound, found_network
from networks.operations.joining import NameIsKnown, NameIsTaken, check_elsewhere, come_in, part_of, tidy
from networks.queries import who_answers
from networks.rules import may_found, may_have_an_idea
from people.models import Person
from people.operations import move, record_read, remember
from people.vocabulary import AgeGroup

# So many may wait at once: each is read by a person.
IDEAS_THAT_WAIT = 3


class MayNotAsk(PermissionDenied):
    """Only who told us their age group asks for a network."""


class EnoughIdeas(ValidationError):
    """Some of theirs wait already."""


class HostIsTooYoung(ValidationError):
    """A network of under-18s is hosted by an adult whom a coordinator chose."""


@transaction.atomic
def ask_for_network(
    *,
    by: Person,
    name: str,
    purpose: str,
    agreement: str,
    joining: str,
    host_name: str,
    at: datetime,
    why: str = "",
) -> Idea:
    """Ask for a network that one would host as `host_name`, and tell the coordinators who answer."""
    if not may_have_an_idea(by):
        raise MayNotAsk("First tell us your age group.")
    # Whoever sends many at once waits in line, so that no two are the third.
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    if Idea.objects.waiting().filter(by=by).count() >= IDEAS_THAT_WAIT:
        raise EnoughIdeas(f"{IDEAS_THAT_WAIT} ideas of yours wait for an answer. Take one back to send another.")
    host_name = tidy(host_name)
    check_elsewhere(by, host_name, field="host_name")
    idea = Idea.objects.create(
        by=by,
        name=name,
        purpose=purpose,
        agreement=agreement,
        joining=joining,
        host_name=host_name,
        why=why,
        asked_at=at,
    )
    remember(idea, machine=IDEA, before="", by=by, at=at, about=by)
    for coordinator in who_answers(idea):
        _tell(
            coordinator,
            idea,
            "An idea for a network",
            "Somebody would like a network to be founded, and waits for a coordinator's answer.",
            at,
        )
    return idea


def withdraw_idea(*, by: Person, idea: Idea, at: datetime) -> None:
    """Take back one's own idea; raises `HasMovedOn` where it is answered."""
    if idea.by_id != by.pk:
        raise MayNotAsk("This is somebody else's idea.")
    move(idea, Idea.State.WITHDRAWN, machine=IDEA, by=by, at=at, about=by)


@transaction.atomic
def read_idea(*, by: Person, idea: Idea, at: datetime) -> str:
    """The full name of whoever asked, for a coordinator; they see that it was read. Nothing for anybody else."""
    if not may_found(by) or by.pk == idea.by_id:
        return ""
    record_read(by=by, person=idea.by, why="to answer your idea for a network", at=at)
    return idea.by.full_name


@transaction.atomic
def found_from_idea(
    *,
    by: Person,
    idea: Idea,
    at: datetime,
    host: Person | None = None,
    host_name: str = "",
    **facts: Unpack[Facts],
) -> Network:
    """Found the network, as the coordinator has it, with whoever asked as its host.

    One under 18 becomes a member of a network for under-18s, and `host` is an adult, who goes by `host_name` there.
    In this order: the idea answered, which only one coordinator does (`HasMovedOn` for the other), the network, the
    notices. All or nothing: a name that is taken leaves the idea waiting.
    """
    if not may_found(by):
        raise MayNotFound("A coordinator answers.")
    young = idea.by.age_group == AgeGroup.UNDER_18
    if young and (host is None or host.age_group in ("", AgeGroup.UNDER_18)):
        raise HostIsTooYoung({"host": "A network for people under 18 needs an adult as its host."})
    _answer(idea, Idea.State.FOUNDED, by=by, at=at)
    network = found_network(
        by=by,
        for_under_18s=young,
        host=host if young else idea.by,
        host_name=host_name if young else idea.host_name,
        at=at,
        **facts,
    )
    if young:
        _bring_in(idea, network, by=by, at=at)
    Idea.objects.filter(pk=idea.pk).update(network=network)
    idea.network = network
    _tell(idea.by, idea, "Your idea was answered", "A coordinator has said yes: the network is founded.", at)
    return network


@transaction.atomic
def decline_idea(*, by: Person, idea: Idea, answer: str, at: datetime) -> None:
    """Decline with words, which whoever asked reads on the page that the notice leads to."""
    if not may_found(by):
        raise MayNotFound("A coordinator answers.")
    _answer(idea, Idea.State.DECLINED, by=by, at=at)
    Idea.objects.filter(pk=idea.pk).update(answer=answer)
    idea.answer = answer
    _tell(
        idea.by,
        idea,
        "Your idea was answered",
        "Thank you for your idea for a network. A coordinator has written you an answer.",
        at,
    )


def _answer(idea: Idea, to: str, *, by: Person, at: datetime) -> None:
    move(idea, to, machine=IDEA, by=by, at=at, about=idea.by)


def _bring_in(idea: Idea, network: Network, *, by: Person, at: datetime) -> None:
    network, part = part_of(idea.by, network)
    try:
        membership = come_in(idea.by, network, part, idea.host_name, version=None, at=at)
    except (NameIsKnown, NameIsTaken):
        words = (
            f"Whoever asked would be {idea.host_name} there, and cannot be by now. Choose another name for the host."
        )
        raise ValidationError({"host_name": words}) from None
    move(membership, Membership.State.JOINED, machine=MEMBERSHIP, by=by, at=at, about=idea.by)


def _tell(person: Person, idea: Idea, subject: str, body: str, at: datetime) -> None:
    path = reverse("idea", args=[idea.pk])
    write_notice(person=person, kind=Notice.Kind.NETWORKS, subject=subject, body=body, path=path, at=at)
