"""Questions about asks and offers: what is open, what is one's own, what was done with thanks."""

from datetime import datetime

from django.db.models import Case, F, Q, QuerySet, TextField, Value, When

from networks.models import Ask, Network
from networks.models.standing import Standing
from networks.queries.naming import name_of
from people.models import Person
from safeguarding.queries import blocked_ids

ASKS_ON_A_PAGE = 20
# What can be chosen to be shown, and how it is called.
SHOWN = {
    "open": "All that is open",
    "asks": "Asks",
    "offers": "Offers",
    "mine": "Mine",
    "done": "Done",
    "past": "Past",
}


def asks_for(viewer: Person) -> QuerySet[Ask]:
    """Each with the name of its `taker` and the `thanks` in words, empty where these are not for the viewer."""
    apart = blocked_ids(viewer)
    may_be_read = Q(thanked_in__state=Standing.SHOWN) & ~Q(thanked_in__author__person__in=apart)
    nothing = Value("", output_field=TextField())
    thanks = Case(When(may_be_read, then=F("thanked_in__body")), default=nothing)
    seen = Ask.objects.visible_to(viewer).select_related("thread__network", "thread__begun_by", "taken_by")
    return seen.annotate(taker=name_of("taken_by", apart), thanks=thanks)


def asks_of(network: Network, viewer: Person, shown: str, at: datetime) -> QuerySet[Ask]:
    """Those of a network to be shown under one of `SHOWN`; what waits or is held comes only to its author and hosts."""
    asks = asks_for(viewer).filter(thread__network=network)
    still = Q(needed_by=None) | Q(needed_by__gte=at)
    there = Q(state=Ask.State.OPEN, thread__closed_at=None) & ~Q(
        thread__standing__in=[Standing.HIDDEN, Standing.WITHDRAWN]
    )
    match shown:
        case "mine":
            found = asks.filter(Q(thread__begun_by__person=viewer) | Q(taken_by__person=viewer))
        case "done":
            found = asks.filter(state=Ask.State.DONE)
        case "past":
            found = asks.filter(there, needed_by__lt=at)
        case "asks" | "offers":
            found = asks.filter(there, still, kind=Ask.Kind.ASK if shown == "asks" else Ask.Kind.OFFER)
        case _:
            found = asks.filter(there, still)
    # What is wanted soon comes first, then what is new.
    soon = F("needed_by").asc(nulls_last=True)
    return found.order_by("-pk") if shown in ("mine", "done", "past") else found.order_by(soon, "-pk")


def who_said_yes(ask: Ask, viewer: Person) -> str:
    """Their name in the network, or nothing where there is a block."""
    return str(Ask.objects.filter(pk=ask.pk).values_list(name_of("taken_by", blocked_ids(viewer)), flat=True).get())
