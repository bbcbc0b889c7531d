"""Which networks are suggested to somebody, and why: only from what they said of themselves for that purpose."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from networks.models import Membership, Network, NotForMe
from networks.queries.browsing import described
from people.models import Area, Person, Role
from people.vocabulary import LANGUAGES
from safeguarding.queries import blocked_ids

SUGGESTIONS = 6
NAMES = dict(LANGUAGES)
# Nearly everything here is in English, so that it is no reason.
EVERYBODYS = "en"
# What each thing shared counts; what a network is about says more than where it is.
FOR_A_TOPIC, FOR_A_CALLING, FOR_A_LANGUAGE, FOR_AN_AREA = 3, 3, 2, 1


@dataclass(frozen=True)
class Suggestion:
    """A network and the reasons, in words; never without one."""

    network: Network
    reasons: tuple[str, ...]
    weight: int


def suggestions_for(person: Person, most: int = SUGGESTIONS) -> list[Suggestion]:
    """The networks that fit best what the person said, best first and then by name; none before we know their age."""
    if not person.age_group:
        return []
    mine = set(person.topics.values_list("pk", flat=True))
    around = Area.objects.over(Area.objects.of(person)).filter(pk=OuterRef("area"))
    candidates = described(_that_could_be(person), person).annotate(is_near=Exists(around)).prefetch_related("topics")
    found = [one for one in (_weighed(network, person, mine) for network in candidates) if one.reasons]
    return sorted(found, key=lambda one: (-one.weight, one.network.name))[:most]


def hides_suggestions(person: Person) -> bool:
    return NotForMe.objects.filter(person=person).exists()


def _that_could_be(person: Person) -> QuerySet[Network]:
    """Those one could join by oneself, of the own age and calling, where one has had no part yet, and where no host
    is somebody one is apart from. What is hidden or by invitation is suggested to nobody, coordinators included."""
    apart = Membership.objects.hosts().filter(person__in=blocked_ids(person))
    networks = (
        Network.objects.open_to_ages_of(person)
        .filter(joining__in=[Network.Joining.OPEN, Network.Joining.REQUEST])
        .exclude(pk__in=Membership.objects.filter(person=person).values("network_id"))
        .exclude(pk__in=NotForMe.objects.filter(person=person).values("network_id"))
        .exclude(pk__in=apart.values("network_id"))
    )
    if not person.holds(Role.Kind.ADVISER):
        networks = networks.exclude(circle=Network.Circle.ADVISERS)
    return networks


def _weighed(network: Network, person: Person, topics: set[int]) -> Suggestion:
    """Another language or another area than the person's, and those that theirs lies in, rules a network out."""
    shared_languages = [code for code in network.languages if code in person.languages]
    speaks_another = bool(network.languages and person.languages and not shared_languages)
    is_near: bool = network.is_near  # type: ignore[attr-defined]
    is_elsewhere = bool(network.area_id and person.area_id and not is_near)
    if speaks_another or is_elsewhere:
        return Suggestion(network, (), 0)
    shared = [topic.name for topic in network.topics.all() if topic.pk in topics]
    own = [NAMES.get(code, code) for code in shared_languages if code != EVERYBODYS]
    near = [network.area.name] if network.area and is_near else []
    calling = network.circle == Network.Circle.ADVISERS
    reasons = [
        *_reason("You said", shared),
        *(["You advise: here advisers learn from each other"] if calling else []),
        *_reason("In your language", own),
        *_reason("Near you", near),
    ]
    weight = FOR_A_TOPIC * len(shared) + FOR_A_CALLING * calling + FOR_A_LANGUAGE * len(own) + FOR_AN_AREA * len(near)
    return Suggestion(network, tuple(reasons), weight)


def _reason(begin: str, words: Iterable[str]) -> list[str]:
    said = ", ".join(words)
    return [f"{begin}: {said}"] if said else []
