"""Reads the people who wait and those who help out of the database into the engine's Cohort."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet, Value
from django.utils.timezone import localdate

from matching import engine
from matching.models import Helper, Pairing, Proposal, Request
from people.models import Area, Person
from safeguarding.queries import blocked_pairs

# Whoever said no, or was set aside by a coordinator, is not proposed again for the same request.
SAID_NO = [Proposal.State.SET_ASIDE, Proposal.State.DECLINED, Proposal.State.HELPER_DECLINED]
# What forbids two people each other even where the member wants it; about the rest they may have changed their mind.
NEVER = frozenset({engine.Obstacle.BLOCKED, engine.Obstacle.CONFLICT, engine.Obstacle.AGE_GROUP})
# What forbids it where it is not the member who chooses: also what they, or the other, have said no to.
NOT_UNASKED = NEVER | {
    engine.Obstacle.VETTING,
    engine.Obstacle.AVOIDED,
    engine.Obstacle.DECLINED_BEFORE,
    engine.Obstacle.GENDER,
}
# The group of those who did not say.
NOT_GIVEN = "not given"


def gather(*, area: Area | None, at: datetime) -> engine.Cohort:
    """Everybody who waits in `area` and below (and those of no area; all, when there is none), and every active helper.

    Helpers of other areas count too, because most support is by message, phone or video; the engine
    keeps face-to-face meetings to the same area. A fixed number of queries, whatever the rows.
    """
    return cohort_of(waiting_in(area), at=at)


def cohort_of(requests: QuerySet[Request], *, at: datetime) -> engine.Cohort:
    """The same for just these requests; places kept for anybody else are not free."""
    helpers = list(active_helpers(requests))
    members = by_chosen_name(requests)
    return engine.Cohort(
        seekers=tuple(seekers(requests, helpers, at=at)),
        helpers=tuple(as_helper(helper, ranked=ranking(helper.wish_names, members)) for helper in helpers),
        on=localdate(at),
    )


def obstacles_between(request: Request, helper: Helper, *, at: datetime) -> tuple[engine.Obstacle, ...]:
    """Which rules forbid this pair as things are now, whatever a round found before."""
    requests = Request.objects.filter(pk=request.pk).select_related("person__area").prefetch_related("topics")
    # Places are not asked about here, so none are counted.
    alone = Helper.objects.filter(pk=helper.pk).select_related("person__area").prefetch_related("topics")
    [found] = alone.annotate(kept=Value(0))
    [seeker] = seekers(requests, [found], at=at)
    return engine.obstacles(seeker, as_helper(found), on=localdate(at))


def waiting_in(area: Area | None) -> QuerySet[Request]:
    requests = Request.objects.waiting().filter(person__is_active=True)
    if area is not None:
        of_here = Person.objects.of_areas(Area.objects.within([area.pk]))
        requests = requests.filter(person__in=of_here | Person.objects.of_no_area())
    return requests.select_related("person__area").prefetch_related("topics")


def active_helpers(requests: QuerySet[Request]) -> QuerySet[Helper]:
    """Active helpers with `kept`: the places kept for people who are not part of this round."""
    live = Q(proposals__state__in=Proposal.LIVE, proposals__position=1)
    others = live & ~Q(proposals__request__in=requests.order_by())
    return (
        Helper.objects.active()
        .filter(person__is_active=True)
        .annotate(kept=Count("proposals", filter=others))
        .select_related("person__area")
        .prefetch_related("topics")
        .order_by("pk")
    )


def seekers(requests: QuerySet[Request], helpers: list[Helper], *, at: datetime) -> list[engine.Seeker]:
    """The requests as the engine knows them, with the helpers each must not get and why."""
    of_person = {helper.person_id: helper.pk for helper in helpers}
    named, by_choice = helpers_by_name(helpers), by_chosen_name(helpers)
    blocked, said_no = blocked_helpers(of_person), helpers_who_are_out(requests)
    return [
        as_seeker(
            request,
            on=localdate(at),
            avoids=frozenset().union(*(named[name] for name in names_in(request.avoid_names))),
            ranked=ranking(request.wish_names, by_choice),
            blocked=frozenset(blocked[request.person_id]),
            declined_before=frozenset(said_no[request.pk]),
            conflicts=frozenset({of_person[request.person_id]} if request.person_id in of_person else ()),
        )
        for request in requests
    ]


def names_in(words: str) -> list[str]:
    return [" ".join(line.lower().split()) for line in words.splitlines() if line.strip()]


def helpers_by_name(helpers: Iterable[Helper]) -> dict[str, frozenset[int]]:
    """Helpers by each name they go by; a name may belong to several, and then all of them are avoided."""
    return by_name(
        (name, helper.pk) for helper in helpers for name in (helper.person.chosen_name, helper.person.full_name)
    )


def by_chosen_name(things: Iterable[Request | Helper]) -> dict[str, frozenset[int]]:
    """Requests, or helpers, by the name that others see.

    Whoever wished for a name may be told that somebody goes by it, so nobody is found by a name that is not shown.
    """
    return by_name((thing.person.chosen_name, thing.pk) for thing in things)


def by_name(named: Iterable[tuple[str, int]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for name, pk in named:
        for line in names_in(name):
            found[line].add(pk)
    return defaultdict(frozenset, {name: frozenset(pks) for name, pks in found.items()})


def ranking(words: str, named: dict[str, frozenset[int]]) -> engine.Ranking:
    """Whom the names belong to, in their order; names of nobody fall away, and everybody keeps their first place."""
    places: list[frozenset[int]] = []
    for name in names_in(words):
        places.append(named[name].difference(*places))
    return tuple(filter(None, places))


def blocked_helpers(of_person: dict[int, int]) -> dict[int, set[int]]:
    """For each person the helpers they are kept apart from, whoever of the two asked for it."""
    found: dict[int, set[int]] = defaultdict(set)
    for by, other in blocked_pairs(list(of_person)):
        for one, two in ((by, other), (other, by)):
            if two in of_person:
                found[one].add(of_person[two])
    return found


def helpers_who_are_out(requests: QuerySet[Request]) -> dict[int, set[int]]:
    """For each request the helpers who were declined, declined themselves, or were set aside or left."""
    found: dict[int, set[int]] = defaultdict(set)
    # Whoever was only followed by somebody else, on leave for example, may come back.
    left = Pairing.objects.filter(state=Pairing.State.ENDED, followed_by=None)
    rows = [
        things.filter(request__in=requests.order_by()).order_by().values_list("request_id", "helper_id")
        for things in (Proposal.objects.filter(state__in=SAID_NO), left)
    ]
    for request, helper in rows[0].union(rows[1]):
        found[request].add(helper)
    return found


def as_seeker(
    request: Request,
    *,
    on: date,
    avoids: frozenset[int],
    ranked: engine.Ranking,
    blocked: frozenset[int],
    declined_before: frozenset[int],
    conflicts: frozenset[int],
) -> engine.Seeker:
    person = request.person
    since = request.asked_at or request.began_at
    return engine.Seeker(
        id=request.pk,
        topics=frozenset(topic.slug for topic in request.topics.all()),
        languages=frozenset(person.languages),
        hours=frozenset(person.hours),
        area=person.area.slug if person.area else None,
        ways=frozenset(person.ways),
        wants=request.wants or "either",
        age_group=person.age_group,
        prefers_gender=request.prefers_gender,
        gender_required=request.gender_required,
        wants_lived_experience=request.prefers_lived_experience,
        waited_days=max(0, (on - localdate(since)).days),
        avoids=avoids,
        ranked=ranked,
        blocked=blocked,
        declined_before=declined_before,
        conflicts=conflicts,
        groups=groups_of(person),
    )


def groups_of(person: Person) -> dict[str, str]:
    """The groups for which fairness is measured; no rule and no score looks at them."""
    area = person.area.slug if person.area else ""
    said = {"age_group": person.age_group, "gender": person.gender, "area": area}
    return {attribute: value or NOT_GIVEN for attribute, value in said.items()}


def as_helper(helper: Helper, *, ranked: engine.Ranking = ()) -> engine.Helper:
    person = helper.person
    kept: int = helper.kept  # type: ignore[attr-defined]
    return engine.Helper(
        id=helper.pk,
        kind=helper.kind,
        capacity=max(0, helper.capacity - helper.places_taken - kept),
        topics=frozenset(topic.slug for topic in helper.topics.all()),
        languages=frozenset(person.languages),
        hours=frozenset(person.hours),
        area=person.area.slug if person.area else None,
        ways=frozenset(person.ways),
        gender=person.gender,
        age_groups=frozenset(helper.age_groups),
        age_group=person.age_group,
        lived_experience=helper.lived_experience,
        vetted_until=helper.vetted_until,
        load=helper.places_taken + kept,
        ranked=ranked,
    )
