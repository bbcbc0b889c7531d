"""Who may decide about concerns, take which measure, lift it and appeal against it, and who may block whom."""

from datetime import timedelta

from django.contrib.auth.models import AnonymousUser

from people.models import Person
from people.rules import those_who_keep_people_safe
from safeguarding.models import Appeal, Concern, Measure, Moderator

LONGEST_MUTE = timedelta(days=28)
KINDS_IN_A_PLACE = tuple(Measure.Kind)
# Nothing in the whole service keeps words back: what two say to each other is theirs.
KINDS_EVERYWHERE = (Measure.Kind.NOTE, *Measure.ON_PEOPLE)


def those_who_moderate(person: Person | AnonymousUser) -> bool:
    """Those who keep the whole service safe, and who moderates a place now."""
    return those_who_keep_people_safe(person) or (
        isinstance(person, Person) and Moderator.objects.current().filter(person=person).exists()
    )


def may_decide(person: Person, concern: Concern) -> bool:
    """Those who keep people safe, and who moderates the place until it is escalated.

    Nobody about themselves, on what they reported, or about somebody with whom they moderate the place.
    """
    if person.pk == concern.about_id or _reported_it(person, concern):
        return False
    if those_who_keep_people_safe(person):
        return not _moderate_together(person, concern)
    return Concern.objects.visible_to(person).filter(pk=concern.pk).exists()


def _reported_it(person: Person, concern: Concern) -> bool:
    """This one, or another report of the same words."""
    if person.pk == concern.raised_by_id:
        return True
    same = Concern.objects.all().of_the_same(concern).exclude(state=Concern.State.WITHDRAWN)
    return same.filter(raised_by=person).exists()


def _moderate_together(person: Person, concern: Concern) -> bool:
    here = Moderator.objects.current().filter(scope=concern.scope)
    return here.filter(person=person).exists() and here.filter(person=concern.about_id).exists()


def may_hand_back(person: Person, concern: Concern) -> bool:
    """Whoever took it; and those who keep people safe, so that nothing stays with somebody who is away."""
    theirs = concern.taken_by_id in (None, person.pk)
    return may_decide(person, concern) and (theirs or those_who_keep_people_safe(person))


def may_measure(person: Person, concern: Concern, kind: str, scope: str) -> bool:
    """Take a measure because of a concern one has taken oneself: no sanction comes from a rating alone.

    It holds in the place where it happened, or, by those who keep the service safe, everywhere.
    """
    is_theirs = concern.state == Concern.State.TAKEN and concern.taken_by_id == person.pk
    return is_theirs and may_decide(person, concern) and kind in kinds_of_measure(person, concern, scope)


def kinds_of_measure(person: Person, concern: Concern, scope: str) -> tuple[Measure.Kind, ...]:
    """Which measures there are for this person to take, apart from whether they may decide at all."""
    if scope not in ("", concern.scope) or (not scope and not those_who_keep_people_safe(person)):
        return ()
    kinds = KINDS_IN_A_PLACE if scope else KINDS_EVERYWHERE
    # Where the account is gone, only what was written is still here.
    return kinds if concern.about_id is not None else tuple(kind for kind in kinds if kind in Measure.ON_WORDS)


def may_lift(person: Person, measure: Measure) -> bool:
    """Who may decide on what it came of; what holds in the whole service is for those who keep it safe."""
    is_theirs = bool(measure.scope) or those_who_keep_people_safe(person)
    return is_theirs and person.pk != measure.about_id and may_decide(person, measure.concern)


def may_appeal(person: Person, measure: Measure) -> bool:
    """Whom it is about, once, and while it has not been taken back."""
    is_open = measure.lifted_at is None and not Appeal.objects.filter(measure=measure).exists()
    return is_open and measure.about_id == person.pk


def may_decide_appeal(person: Person, appeal: Appeal) -> bool:
    """Those who keep people safe, except who took the measure, and whoever may not decide on what it came of."""
    measure = appeal.measure
    involved = (measure.by_id, measure.about_id, appeal.by_id, appeal.against_id)
    keeps_safe = those_who_keep_people_safe(person) and person.pk not in involved
    return keeps_safe and may_decide(person, measure.concern)


def may_be_muted_for(days: int | None) -> bool:
    return days is not None and timedelta(days=1) <= timedelta(days=days) <= LONGEST_MUTE


def may_change_report(person: Person, concern: Concern) -> bool:
    """Whoever reported it may say more or take it back, until somebody looks into it."""
    return concern.raised_by_id == person.pk and concern.state == Concern.State.OPEN


def may_block(person: Person, other: Person) -> bool:
    return person != other
