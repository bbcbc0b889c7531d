"""Questions about appeals: which there are for whom, and who answers one."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from people.models import Person, Role
from people.rules import those_who_keep_people_safe
from safeguarding.models import Appeal, Concern, Moderator
from safeguarding.models.measure import AppealQuerySet
from safeguarding.queries.concerns import who_looks_at

KEEPERS = (Role.Kind.COORDINATOR, Role.Kind.SAFEGUARDING_LEAD)


def appeals_for(viewer: Person) -> AppealQuerySet:
    """Those this person may answer, or could have, the one due first first: nothing they have a part in."""
    if not those_who_keep_people_safe(viewer):
        return Appeal.objects.all().none()
    concern = OuterRef("measure__concern")
    same = {
        "evidence_kind": OuterRef("measure__concern__evidence_kind"),
        "evidence_reference": OuterRef("measure__concern__evidence_reference"),
    }
    reported = Concern.objects.filter(raised_by=viewer, **same).exclude(state=Concern.State.WITHDRAWN)
    here = Moderator.objects.current().filter(scope=OuterRef("measure__concern__scope"))
    together = Exists(here.filter(person=viewer)) & Exists(here.filter(person=OuterRef("measure__concern__about")))
    involved = Q(by=viewer) | Q(against=viewer) | Q(measure__by=viewer) | Q(measure__about=viewer)
    return (
        Appeal.objects.filter(Exists(Concern.objects.visible_to(viewer).filter(pk=concern)))
        .exclude(involved)
        .filter(~Exists(reported), ~together)
        .select_related("measure__concern", "measure__by", "by", "decided_by")
        .order_by("due_at", "pk")
    )


def who_answers(appeal: Appeal) -> QuerySet[Person]:
    """Everybody who keeps people safe there and had no part in it."""
    measure = appeal.measure
    involved = [measure.by_id, measure.about_id, appeal.by_id, appeal.against_id]
    same = Concern.objects.all().of_the_same(measure.concern).exclude(state=Concern.State.WITHDRAWN)
    reporters = same.exclude(raised_by=None).values("raised_by")
    keepers = Person.objects.holding(*KEEPERS).values("pk")
    found = (
        who_looks_at(measure.concern)
        .filter(pk__in=keepers)
        .exclude(pk__in=[one for one in involved if one])
        .exclude(pk__in=reporters)
    )
    here = Moderator.objects.current().filter(scope=measure.concern.scope)
    if here.filter(person=measure.concern.about_id).exists():
        found = found.exclude(pk__in=here.values("person"))
    return found
