"""Who may be suggested somebody between two rounds, and who not before a person has looked."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from matching.gathering import active_helpers, waiting_in
from matching.machines import REQUEST
from matching.models import Helper, Proposal, Request, Round
from people.models import Area, Person, StateChange
from people.vocabulary import AgeGroup
from safeguarding.queries import people_in_open_concerns


def waiting_without_proposal() -> QuerySet[Request]:
    """Everybody who waits and for whom nobody is proposed: those among whom free places are shared out."""
    live = Proposal.objects.live().filter(request=OuterRef("pk"))
    return waiting_in(None).filter(~Exists(live))


def arrivals() -> QuerySet[Request]:
    """Those of them who may be suggested somebody now; the others keep their part of the plan until the next round.

    That is whoever asked themselves (whom an import brought waits for a coordinator's round), where a coordinator
    has run a round before, and for whom no coordinator has set anybody aside.
    """
    sent = StateChange.objects.filter(
        machine=REQUEST.name, subject=OuterRef("pk"), after=Request.State.WAITING, by=OuterRef("person")
    )
    set_aside = Proposal.objects.filter(request=OuterRef("pk"), state=Proposal.State.SET_ASIDE)
    return waiting_without_proposal().filter(where_rounds_are_run(), Exists(sent), ~Exists(set_aside))


def free_places() -> QuerySet[Helper]:
    """Those who can take somebody on, beyond the places kept for others."""
    return active_helpers(waiting_without_proposal()).filter(capacity__gt=F("places_taken") + F("kept"))


def where_rounds_are_run() -> Q:
    """In or below an area for which there has been a round, or without one; anywhere after one for everybody."""
    done = Round.objects.filter(occasion=Round.Occasion.ROUND, state=Round.State.DONE)
    areas = set(done.order_by().values_list("area", flat=True))
    if None in areas:
        return Q()
    of_there = Person.objects.of_areas(Area.objects.within(areas)) | Person.objects.of_no_area()
    return Q(person__in=of_there) if areas else Q(pk__in=[])


def offered_at_once(round: Round) -> QuerySet[Proposal]:
    """The proposals that need no coordinator: of adults who named nobody to avoid, and with nobody of concern.

    Nor with a helper who named whom they would like: a person looks first at why somebody wants just this one.
    """
    of_concern = people_in_open_concerns()
    return (
        round.proposals.undecided()
        .filter(request__avoid_names="", helper__wish_names="")
        .exclude(request__person__age_group__in=["", AgeGroup.UNDER_18])
        .exclude(request__person__in=of_concern)
        .exclude(helper__person__in=of_concern)
        .select_related("request__person", "helper__person")
        .order_by("request", "position")
    )
