"""Questions about safety: may these two be in contact, whom is someone apart from, which concerns are open."""

from django.db.models import QuerySet

from people.models import Person
from safeguarding.models import Block, Concern, ConcernQuerySet, CrisisLine


def crisis_lines() -> QuerySet[CrisisLine]:
    return CrisisLine.objects.all()


def blocked_ids(person: Person) -> set[int]:
    """The ids of everyone whom `person` has blocked or who has blocked them."""
    return {other for pair in blocked_pairs([person.pk]) for other in pair} - {person.pk}


def blocked_pairs(people: list[int] | None = None) -> set[tuple[int, int]]:
    """Every current block as (by, person) ids; with `people`, only those that touch one of them."""
    blocks = Block.objects.current()
    if people is not None:
        blocks = blocks.filter(by__in=people) | blocks.filter(person__in=people)
    return set(blocks.values_list("by_id", "person_id"))


def blocks_made_by(person: Person) -> QuerySet[Block]:
    return Block.objects.current().filter(by=person)


def all_concerns_for(viewer: Person) -> ConcernQuerySet:
    return Concern.objects.visible_to(viewer).select_related("about", "area", "raised_by")


def concerns_for(viewer: Person, *, closed: bool = False) -> QuerySet[Concern]:
    """Concerns the viewer may see, the longest waiting first; closed ones only when asked for."""
    seen = all_concerns_for(viewer)
    return seen.filter(state=Concern.State.CLOSED) if closed else seen.open()


def people_in_open_concerns() -> set[int]:
    """The ids of everybody whom an open concern is about, or who raised it."""
    rows = Concern.objects.open().order_by().values_list("about", "raised_by")
    return {person for row in rows for person in row if person is not None}
