"""Questions about checks: what is asked of a helper, what of it is there, and until when all of it is good."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils.timezone import localdate

from matching.models import CheckRule, Credential, Helper
from people.models import Area, Person, Role

# A new check takes weeks, so it is said a month before.
TOLD_BEFORE = timedelta(days=30)


@dataclass(frozen=True)
class Need:
    """One thing that is asked of a helper, and the newest that answers it; None where there is nothing."""

    words: str
    has: Credential | None

    def stands(self, today: date) -> str:
        """How it stands, for a tag."""
        if self.has is None:
            return "missing"
        if self.has.valid_until < today:
            return "out_of_date"
        return "running_out" if self.has.valid_until <= today + TOLD_BEFORE else "in_date"


@dataclass(frozen=True)
class Standing:
    """A need with how it stands on a day."""

    need: Need
    stands: str


@dataclass(frozen=True)
class Checks:
    """A helper's record of checks."""

    helper: Helper
    rule: CheckRule
    standings: tuple[Standing, ...]
    credentials: tuple[Credential, ...]

    @property
    def is_good(self) -> bool:
        return all(one.stands in ("in_date", "running_out") for one in self.standings)


def needs_of(credentials: Iterable[Credential], rule: CheckRule) -> tuple[Need, ...]:
    """What the rule asks for, each with the newest credential that answers it."""
    held = list(credentials)
    kind = Credential.Kind
    vetting = [one for one in held if one.kind == kind.VETTING and (one.level or 0) >= rule.level]
    needs = [Need(f"Vetting: {rule.get_level_display()}", newest(vetting))]
    for name in rule.trainings:
        done = [one for one in held if one.kind == kind.TRAINING and one.name.casefold() == name.casefold()]
        needs.append(Need(f"Training: {name}", newest(done)))
    if rule.needs_supervision:
        needs.append(Need("Supervision", newest(one for one in held if one.kind == kind.SUPERVISION)))
    return tuple(needs)


def newest(credentials: Iterable[Credential]) -> Credential | None:
    """Not the one that is good the longest: whoever notes an earlier day has seen that the later one was wrong."""
    return max(credentials, key=lambda one: one.pk, default=None)


def good_until(needs: Iterable[Need]) -> date | None:
    """The last day on which nothing is out of date; None where something is missing."""
    found = [need.has for need in needs]
    return min(one.valid_until for one in found if one) if all(found) else None


def checks_of(helper: Helper, *, at: datetime) -> Checks:
    today, rule = localdate(at), rule_for(helper.kind)
    credentials = tuple(helper.credentials.current().select_related("noted_by"))
    standings = tuple(Standing(need, need.stands(today)) for need in needs_of(credentials, rule))
    return Checks(helper, rule, standings, credentials)


def rule_for(helper_kind: str) -> CheckRule:
    return CheckRule.objects.newest_for(helper_kind)


def check_rules() -> list[CheckRule]:
    """The one in force for each kind of helper."""
    return [rule_for(kind) for kind in Helper.Kind.values]


def earlier_check_rules() -> QuerySet[CheckRule]:
    """All that were ever set, the latest first."""
    return CheckRule.objects.select_related("set_by").order_by("-pk")


def credentials_for(viewer: Person) -> QuerySet[Credential]:
    """Those the viewer may take back: of whom they coordinate, never their own."""
    return (
        Credential.objects.visible_to(viewer).current().exclude(helper__person=viewer).select_related("helper__person")
    )


def helpers_with_untold_checks(today: date) -> QuerySet[Helper]:
    """Who takes part and has something that runs out within a month, of which nobody has been told."""
    soon = Credential.objects.current().filter(told_at=None, valid_until__lte=today + TOLD_BEFORE)
    taking_part = Helper.objects.filter(state__in=[Helper.State.ACTIVE, Helper.State.PAUSED], person__is_active=True)
    return taking_part.filter(pk__in=soon.values("helper")).select_related("person").order_by("pk")


def who_looks_after_checks(helper: Helper) -> QuerySet[Person]:
    """The coordinators of the helper's areas, but never themselves."""
    roles = Role.objects.current().filter(kind=Role.Kind.COORDINATOR).reaching(Area.objects.of(helper.person))
    found: QuerySet[Person] = Person.objects.active().filter(pk__in=roles.values("person"))
    return found.exclude(pk=helper.person_id)
