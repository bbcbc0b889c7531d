"""Groups of people for whom a network could be founded: counts through the door of disclosure, and no names."""

from collections import defaultdict
from dataclasses import dataclass

from networks.affinity import Covering, Group, Someone, Thing, groups_worth_founding
from networks.models import Network
from people.disclosure import LARGEST_HIDDEN, published
from people.models import Area, Person, Topic
from people.vocabulary import LANGUAGES, AgeGroup

NAMES = dict(LANGUAGES)
# Nearly everybody here speaks it, so that it joins nobody.
EVERYBODYS = "en"


@dataclass(frozen=True)
class WorthFounding:
    """One group, in words; `people` is rounded, and `query` fills in the form of founding."""

    people: int | None
    topics: list[Topic]
    languages: list[str]
    area: Area | None
    for_under_18s: bool
    query: list[tuple[str, str]]


def networks_worth_founding() -> list[WorthFounding]:
    """Adults and under-18s apart. Only who named topics on their own details is counted: they were told what for."""
    found = []
    for young in (False, True):
        groups = groups_worth_founding(_people(young=young), _there_are(young=young), fewest=LARGEST_HIDDEN + 1)
        found += [_in_words(group, young=young) for group in groups]
    return sorted(found, key=lambda one: -(one.people or 0))


def _people(*, young: bool) -> list[Someone]:
    people = Person.objects.active().exclude(age_group="").filter(topics__isnull=False).distinct()
    people = people.filter(age_group=AgeGroup.UNDER_18) if young else people.exclude(age_group=AgeGroup.UNDER_18)
    topics: dict[int, set[Thing]] = defaultdict(set)
    named = Person.topics.through.objects.filter(person__in=people.order_by().values("pk"))
    for person, slug in named.values_list("person_id", "topic__slug"):
        topics[person].add(("topic", slug))
    return [
        Someone(pk, frozenset(topics[pk] | _where_and_how(languages, area)))
        for pk, languages, area in people.order_by("pk").values_list("pk", "languages", "area__slug")
    ]


def _where_and_how(languages: list[str], area: str | None) -> set[Thing]:
    spoken: set[Thing] = {("language", code) for code in languages if code != EVERYBODYS}
    return spoken | ({("area", area)} if area else set())


def _there_are(*, young: bool) -> list[Covering]:
    """Every network, hidden ones too; advisers' circles are not for those who look for one."""
    networks = Network.objects.filter(for_under_18s=young, circle=Network.Circle.EVERYONE)
    return [
        Covering(
            frozenset(topic.slug for topic in one.topics.all()),
            frozenset(one.languages),
            one.area.slug if one.area else "",
        )
        for one in networks.select_related("area").prefetch_related("topics")
    ]


def _in_words(group: Group, *, young: bool) -> WorthFounding:
    topics = Topic.objects.in_bulk(group.topics, field_name="slug")
    area = Area.objects.filter(slug=group.area).first() if group.area else None
    query = [("topics", str(topics[slug].pk)) for slug in group.topics]
    query += [("languages", code) for code in group.languages]
    query += [("area", str(area.pk))] if area else []
    return WorthFounding(
        people=published(group.size),
        topics=[topics[slug] for slug in group.topics],
        languages=[NAMES.get(code, code) for code in group.languages],
        area=area,
        for_under_18s=young,
        query=[*query, ("for_under_18s", "young" if young else "adults")],
    )
