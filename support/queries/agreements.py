"""Questions about agreements: what is in force, what is proposed, what it begins with, and who is to be reminded."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Value, When
from django.utils.timezone import localdate

from matching.models import Pairing
from people.models import Area, Person
from people.queries import coordinated_areas
from people.vocabulary import ways_in_words
from support.models import Agreement, AgreementTemplate
from support.rules import takes_part, the_two
from support.terms import BEGINNING, PARTS, REVIEW_AFTER, Terms

BETWEEN_REMINDERS = timedelta(days=7)
# After so many nobody wants another.
MOST_REMINDERS = 3


@dataclass(frozen=True)
class Part:
    """One part of an agreement in words; `before` are the words in force now, where these differ from them."""

    title: str
    words: str
    before: str


@dataclass(frozen=True)
class Version:
    """One version with its parts, as the two read it; `signed` and `unsigned` are names."""

    agreement: Agreement
    parts: list[Part]
    signed: list[str]
    unsigned: list[str]
    may_sign: bool


@dataclass(frozen=True)
class AgreementPage:
    """What is in force, what is proposed, and every version there was, the latest first."""

    in_force: Version | None
    proposed: Version | None
    versions: list[Agreement]
    is_open: bool
    # What the member agreed with somebody before, with which this one may begin.
    brought: Agreement | None


@dataclass(frozen=True)
class Draft:
    """What a new version begins with, and the number of the one it follows; `brought` are words with somebody else."""

    terms: Terms
    review_on: date
    after: int
    brought: Agreement | None


def agreement_page_of(viewer: Person, pairing: Pairing) -> AgreementPage:
    versions = list(pairing.agreements.select_related("drafted_by").prefetch_related("signatures"))
    by_state = {agreement.state: agreement for agreement in versions}
    now = by_state.get(Agreement.State.IN_FORCE)
    proposed = by_state.get(Agreement.State.PROPOSED)
    is_open = pairing.state == Pairing.State.ACTIVE
    return AgreementPage(
        in_force=_version(now, viewer, pairing) if now else None,
        proposed=_version(proposed, viewer, pairing, now) if proposed else None,
        versions=versions,
        is_open=is_open,
        brought=brought_to(pairing) if is_open and not (now or proposed) else None,
    )


def version_of(viewer: Person, pairing: Pairing, number: int) -> Version | None:
    found = pairing.agreements.prefetch_related("signatures").filter(version=number).first()
    return _version(found, viewer, pairing) if found else None


def agreement_for(pairing: Pairing, number: int) -> Agreement | None:
    """The version with this number; its pairing is the one that is known already."""
    found = pairing.agreements.filter(version=number).first()
    if found is not None:
        found.pairing = pairing
    return found


def draft_for(pairing: Pairing, today: date) -> Draft:
    """The words on the table, else those in force, else those the member brought, else what the service begins with."""
    latest = pairing.agreements.order_by("-version").first()
    standing = pairing.agreements.filter(state__in=[Agreement.State.PROPOSED, Agreement.State.IN_FORCE])
    begin = standing.order_by("-version").first()
    brought = None if begin else brought_to(pairing)
    template = None if begin or brought else template_for(pairing)
    words = begin or brought or template
    days = timedelta(days=template.review_after_days) if template else REVIEW_AFTER
    return Draft(
        terms=words.terms if words else BEGINNING,
        review_on=today + days,
        after=latest.version if latest else 0,
        brought=brought,
    )


def brought_to(pairing: Pairing) -> Agreement | None:
    """What the member agreed with somebody before and lets these two begin with."""
    found = pairing.agreements_brought.select_related("pairing__request__person", "pairing__helper__person")
    return found.order_by("agreed_at").last()


def agreement_to_bring(before: Pairing, after: Pairing | None) -> Agreement | None:
    """What can be brought along: what the two before agreed, else what had been brought to them."""
    theirs = Q(state=Agreement.State.IN_FORCE, pairing=before) | Q(brought_to__in=[before, after])
    found = Agreement.objects.filter(theirs).select_related("pairing__request__person", "pairing__helper__person")
    return found.order_by("agreed_at").last()


def terms_in_words(agreement: Agreement) -> list[Part]:
    member, helper = the_two(agreement.pairing)
    return _parts(agreement, {"member": str(member), "helper": str(helper)}, None)


def template_for(pairing: Pairing) -> AgreementTemplate | None:
    """What is written for this helper: in the member's area or the nearest around it, then for the kind."""
    area = pairing.request.person.area_id
    areas = Area.objects.over([area] if area else [])
    fits = AgreementTemplate.objects.filter(
        Q(area=None) | Q(area__in=areas), Q(helper_kind="") | Q(helper_kind=pairing.helper.kind)
    )
    # The nearer an area is, the more lie above it; the words for everywhere lie above them all.
    depth = Case(When(area=None, then=Value(-1)), default=Count("area__above"))
    return fits.annotate(depth=depth).order_by("-depth", "-helper_kind").first()


def templates_for(coordinator: Person) -> QuerySet[AgreementTemplate]:
    """What a coordinator may read: the words for everywhere, and those for the areas they coordinate."""
    theirs = Q(area=None) | Q(area__in=coordinated_areas(coordinator))
    return AgreementTemplate.objects.filter(theirs).select_related("area", "written_by")


def areas_to_write_for(coordinator: Person) -> QuerySet[Area]:
    return coordinated_areas(coordinator)


def agreement_in_force_of(pairing: Pairing | OuterRef) -> QuerySet[Agreement]:
    """At most one; also for a query about pairings, which refers to its own."""
    return Agreement.objects.filter(state=Agreement.State.IN_FORCE, pairing=pairing)


def reviews_due(today: date) -> QuerySet[Agreement]:
    """Agreements in force between people still alongside each other, whose day to look again has come."""
    return Agreement.objects.filter(
        state=Agreement.State.IN_FORCE, review_on__lte=today, pairing__state=Pairing.State.ACTIVE
    ).select_related("pairing__request__person", "pairing__helper__person")


def reminders_due(at: datetime) -> QuerySet[Agreement]:
    """What waits for a signature for a week, and reviews that are due; at most weekly, and after some no more.

    Where other words are proposed already, the review is under way.
    """
    week_ago = at - BETWEEN_REMINDERS
    proposed = Agreement.objects.filter(state=Agreement.State.PROPOSED)
    unsigned = Q(state=Agreement.State.PROPOSED, drafted_at__lte=week_ago)
    review = Q(state=Agreement.State.IN_FORCE, review_on__lte=localdate(at)) & ~Q(
        pairing__in=proposed.values("pairing")
    )
    return (
        Agreement.objects.filter(unsigned | review, pairing__state=Pairing.State.ACTIVE, reminders__lt=MOST_REMINDERS)
        .filter(Q(reminded_at=None) | Q(reminded_at__lte=week_ago))
        .select_related("pairing__request__person", "pairing__helper__person")
        .order_by(F("reminded_at").asc(nulls_first=True), "pk")
    )


def those_to_remind(agreement: Agreement) -> list[Person]:
    """Both of a review; of what is proposed whoever has not signed it."""
    people = list(the_two(agreement.pairing))
    if agreement.state != Agreement.State.PROPOSED:
        return people
    signed = set(agreement.signatures.values_list("person", flat=True))
    return [person for person in people if person.pk not in signed]


def _version(agreement: Agreement, viewer: Person, pairing: Pairing, now: Agreement | None = None) -> Version:
    member, helper = the_two(pairing)
    signed = {signature.person_id for signature in agreement.signatures.all()}
    is_on_the_table = agreement.state == Agreement.State.PROPOSED and pairing.state == Pairing.State.ACTIVE
    return Version(
        agreement=agreement,
        parts=_parts(agreement, {"member": str(member), "helper": str(helper)}, now),
        signed=[str(person) for person in (member, helper) if person.pk in signed],
        unsigned=[str(person) for person in (member, helper) if person.pk not in signed],
        may_sign=is_on_the_table and takes_part(viewer, pairing) and viewer.pk not in signed,
    )


def _parts(agreement: Agreement, names: dict[str, str], now: Agreement | None) -> list[Part]:
    words = _in_words(agreement.terms)
    before = _in_words(now.terms) if now else words
    return [
        Part(title.format(**names), words[name], before[name] if before[name] != words[name] else "")
        for name, title in PARTS.items()
    ]


def _in_words(terms: Terms) -> dict[str, str]:
    return {name: str(value) for name, value in terms.as_fields().items()} | {"ways": ways_in_words(terms.ways)}
