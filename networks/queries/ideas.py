"""Questions about ideas for networks: whose, which wait, and who answers."""

from django.db.models import QuerySet

from networks.models import Idea
from people.models import Area, Person, Role

IDEAS_ON_A_PAGE = 20


def ideas_for(viewer: Person) -> QuerySet[Idea]:
    return Idea.objects.visible_to(viewer).select_related("by", "network")


def ideas_by(person: Person) -> QuerySet[Idea]:
    """One's own, the latest first."""
    return Idea.objects.filter(by=person).select_related("network").order_by("-asked_at", "-pk")


def waiting_ideas(viewer: Person) -> QuerySet[Idea]:
    """Those that wait, the longest first."""
    return ideas_for(viewer).filter(state=Idea.State.ASKED)


def answered_ideas(viewer: Person) -> QuerySet[Idea]:
    return ideas_for(viewer).exclude(state=Idea.State.ASKED).order_by("-asked_at", "-pk")


def who_answers(idea: Idea) -> QuerySet[Person]:
    """The coordinators of where whoever asked lives, and of everywhere; all of them where none is of there."""
    held = Role.objects.current().filter(kind=Role.Kind.COORDINATOR)
    near = held.reaching(Area.objects.of(idea.by))
    roles = near if near.exists() else held
    found: QuerySet[Person] = Person.objects.active().filter(pk__in=roles.values("person")).exclude(pk=idea.by_id)
    return found
