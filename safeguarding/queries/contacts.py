"""Questions about contact: where to turn now, whom is somebody apart from, may these be in one place."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from people.models import Person
from people.ready import ready
from people.rules import PROFESSIONALS
from people.vocabulary import AgeGroup
from safeguarding.models import Block, CrisisLine


def crisis_lines() -> QuerySet[CrisisLine]:
    return CrisisLine.objects.all()


def blocked_ids(person: Person) -> set[int]:
    """The ids of everyone whom `person` has blocked or who has blocked them."""
    return {other for pair in blocked_pairs([person.pk]) for other in pair} - {person.pk}


PAIRS_AROUND = ready(lambda people: _pairs().filter(Q(by__in=people) | Q(person__in=people)))


def blocked_pairs(people: list[int] | None = None) -> set[tuple[int, int]]:
    """Every current block as (by, person) ids; with `people`, only those that touch one of them."""
    return set(_pairs() if people is None else PAIRS_AROUND(people))


def _pairs() -> "QuerySet[Block, tuple[int, int]]":
    return Block.objects.current().values_list("by_id", "person_id")


def may_be_in_contact(people: Collection[int]) -> bool:
    """Whether all of these may talk with each other: no two kept apart by a block, no adult and under-18 as peers."""
    apart = any({by, other} <= set(people) for by, other in blocked_pairs(list(people)))
    ages = _ages_of_peers(people)
    return not apart and (len(ages) < 2 or _one_side(ages) is not None)


def those_who_may_meet(people: Collection[int]) -> QuerySet[Person]:
    """Everybody who may be in contact with each of these, as `may_be_in_contact` would say of one after the other."""
    apart = {person for pair in blocked_pairs(list(people)) for person in pair}
    may: QuerySet[Person] = Person.objects.active().exclude(pk__in=apart | set(people))
    ages = _ages_of_peers(people)
    if not ages:
        return may
    professionals = Person.objects.holding(*PROFESSIONALS).values("pk")
    return may.filter(Q(pk__in=professionals) | _of_the_same_side(ages))


def _ages_of_peers(people: Collection[int]) -> list[str]:
    """The age groups of those who are here for themselves; age keeps nobody apart from a professional."""
    professionals = Person.objects.holding(*PROFESSIONALS).values("pk")
    peers = Person.objects.filter(pk__in=people).exclude(pk__in=professionals)
    return list(peers.values_list("age_group", flat=True))


def _one_side(ages: list[str]) -> bool | None:
    """Whether all are under 18, or none is (False); None where it is mixed or, with an age unknown, we cannot tell."""
    young = {age == AgeGroup.UNDER_18 for age in ages if age}
    return young.pop() if len(young) == 1 and all(ages) else None


def _of_the_same_side(ages: list[str]) -> Q:
    match _one_side(ages):
        case True:
            return Q(age_group=AgeGroup.UNDER_18)
        case False:
            return ~Q(age_group__in=["", AgeGroup.UNDER_18])
        case None:
            return Q(pk__in=[])


def blocks_made_by(person: Person) -> QuerySet[Block]:
    return Block.objects.current().filter(by=person)
