"""The people and things a journey begins with, made by the operations people use, at the time of the real clock."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from matching.models import Helper, Pairing
from matching.operations import (
    accept_offer,
    approve_proposal,
    ask,
    confirm_helper,
    offer_help,
    run_round,
    save_helper,
    save_request,
    send_offer_of_help,
    send_request,
)
from messaging.models import Conversation, Message
from messaging.operations import post_message
from networks.models import Network
from networks.operations import found_network
from people.models import Person, Topic
from tests.matching.making import FACTS, fresh

FREE_ON_TUESDAYS = {**FACTS, "hours": ["tue-evening"]}


def ready_to_help(person: Person, *, checked_by: Person, about: str = "") -> Helper:
    """An adviser for people with anxiety, with two places and checks that hold for a year from today."""
    now = timezone.now()
    helper = offer_help(by=person, at=now)
    said = {"kind": "adviser", "capacity": 2, "about": about, "topics": list(Topic.objects.filter(slug="anxiety"))}
    save_helper(by=person, helper=helper, answers=said, facts=FREE_ON_TUESDAYS)
    send_offer_of_help(by=person, helper=helper, at=now)
    confirm_helper(by=checked_by, helper=helper, vetted_until=now.date() + timedelta(days=365), at=now)
    return helper


def alongside(member: Person, helper: Person, coordinator: Person) -> Pairing:
    """The two with each other, all the way from asking."""
    now = timezone.now()
    ready_to_help(helper, checked_by=coordinator)
    request = ask(by=member, at=now)
    said = {"wants": "either", "story": "My story", "topics": list(Topic.objects.filter(slug="anxiety"))}
    save_request(by=member, request=request, answers=said, facts=FACTS)
    send_request(by=member, request=request, consents=["matching"], at=now)
    proposal = run_round(by=coordinator, area=coordinator.area, at=now).proposals.get()
    approve_proposal(by=coordinator, proposal=proposal, at=now)
    return accept_offer(by=member, proposal=fresh(proposal), at=now)


def network_of(host: Person, *, founded_by: Person, joining: str) -> Network:
    """The network "Carers", in which the host goes by the name of Heron."""
    return found_network(
        by=founded_by,
        name="Carers",
        purpose="For people who look after somebody.",
        agreement="Be kind. Keep what you hear to yourself.",
        joining=joining,
        for_under_18s=False,
        at=timezone.now(),
        host=host,
        host_name="Heron",
    )


def said(conversation: Conversation, *turns: tuple[Person, str]) -> list[Message]:
    """What these people said in this order, one a minute, up to a minute ago."""
    begin = timezone.now() - timedelta(minutes=len(turns))
    return [
        post_message(
            by=by, conversation=conversation, client_id=uuid4(), body=words, at=begin + timedelta(minutes=number)
        )
        for number, (by, words) in enumerate(turns)
    ]
