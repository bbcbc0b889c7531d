"""Questions about parting: the plan, what was done together, what is shown to the next, and the way back."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from matching.models import Helper, Pairing
from networks.queries import Suggestion, suggestions_for
from people.models import Person
from safeguarding.queries import blocked_ids
from support.models import Farewell, LookBack, Shown, Stage, StepDown
from support.queries.goals import goals_as_they_are
from support.rules import is_member, takes_part

NETWORKS_SUGGESTED = 3


@dataclass(frozen=True)
class Plan:
    """The plan by which contact gets less, and what the viewer may do about it."""

    step_down: StepDown
    stages: list[Stage]
    may_agree: bool
    has_come: bool


@dataclass(frozen=True)
class LookingBack:
    """What two people did together; `farewells` are read once it has ended, and by nobody who is kept apart."""

    pairing: Pairing
    goals: list[dict[str, object]]
    farewells: list[Farewell]
    mine: str
    wish: str
    is_member: bool
    networks: list[Suggestion]


@dataclass(frozen=True)
class Before:
    """One time a member was alongside somebody else, and whether whoever is there now may read of it."""

    look_back: LookBack
    is_shown: bool


def plan_of(viewer: Person, pairing: Pairing, today: date) -> Plan | None:
    open_states = [StepDown.State.PROPOSED, StepDown.State.AGREED]
    found = StepDown.objects.filter(pairing=pairing, state__in=open_states).select_related("proposed_by").first()
    if found is None:
        return None
    is_proposed = found.state == StepDown.State.PROPOSED
    return Plan(
        step_down=found,
        stages=list(found.stages.all()),
        may_agree=is_proposed and takes_part(viewer, pairing) and found.proposed_by_id != viewer.pk,
        has_come=found.state == StepDown.State.AGREED and found.until <= today,
    )


def step_down_for(pairing: Pairing, pk: int) -> StepDown | None:
    found = StepDown.objects.filter(pairing=pairing, pk=pk).first()
    if found is not None:
        found.pairing = pairing
    return found


def stages_begun(today: date) -> QuerySet[Stage]:
    """Stages of agreed plans that have begun and that nobody was told of yet."""
    return Stage.objects.filter(
        step_down__state=StepDown.State.AGREED,
        step_down__pairing__state=Pairing.State.ACTIVE,
        begins_on__lte=today,
        told_at=None,
    ).select_related("step_down__pairing__request__person", "step_down__pairing__helper__person")


def last_days_come(today: date) -> QuerySet[StepDown]:
    return StepDown.objects.filter(
        state=StepDown.State.AGREED, pairing__state=Pairing.State.ACTIVE, until__lte=today, told_at=None
    ).select_related("pairing__request__person", "pairing__helper__person")


def looking_back_of(viewer: Person, pairing: Pairing) -> LookingBack:
    """Before the end as it stands now, after it as it was then."""
    kept = LookBack.objects.filter(pairing=pairing).first()
    farewells = list(Farewell.objects.filter(pairing=pairing).select_related("person"))
    mine = next((one.words for one in farewells if one.person_id == viewer.pk), "")
    apart = blocked_ids(viewer)
    for_member = is_member(viewer, pairing)
    wish = kept.wish if kept and for_member else ""
    return LookingBack(
        pairing=pairing,
        goals=kept.goals if kept else goals_as_they_are(pairing),
        farewells=[one for one in farewells if kept and one.person_id not in apart],
        mine=mine,
        wish=wish,
        is_member=for_member,
        networks=suggestions_for(viewer, NETWORKS_SUGGESTED) if wish == LookBack.Wish.NETWORK else [],
    )


def before_of(viewer: Person, pairing: Pairing) -> list[Before]:
    """To the member all their earlier times, to whoever is alongside them now those that they are shown."""
    if pairing.state != Pairing.State.ACTIVE:
        return []
    earlier = LookBack.objects.filter(pairing__request__person=pairing.request.person_id).exclude(pairing=pairing)
    shown = set(Shown.objects.filter(pairing=pairing).values_list("look_back", flat=True))
    found = [Before(one, one.pk in shown) for one in earlier.select_related("pairing__helper__person")]
    return found if is_member(viewer, pairing) else [one for one in found if one.is_shown]


def earlier_time_of(viewer: Person, pairing: Pairing, pk: int) -> Before | None:
    """One earlier time that the viewer may read in this pairing."""
    return next((one for one in before_of(viewer, pairing) if one.look_back.pk == pk), None)


def helper_again(member: Person) -> Helper | None:
    """Whoever was alongside them last, where both could wish for that: an active helper with no block between them."""
    last = (
        Pairing.objects.filter(request__person=member, state=Pairing.State.ENDED)
        .select_related("helper__person")
        .order_by("-ended_at", "-pk")
        .first()
    )
    if last is None or last.helper.state != Helper.State.ACTIVE or not last.helper.person.is_active:
        return None
    return None if last.helper.person_id in blocked_ids(member) else last.helper
