"""Whether anything was said or done since somebody else went on with a member: until then it can be undone."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from caseload.models import Cover, Handover, Note
from matching.models import Pairing
from support.queries import has_begun


def begun(pairings: Iterable[int]) -> set[int]:
    """Those of these pairings, by their ids; in one statement, however many there are."""
    found = Pairing.objects.filter(pk__in=pairings).filter(has_begun() | was_said() | was_arranged())
    return set(found.values_list("pk", flat=True))


def was_said() -> Q:
    notes = Note.objects.filter(author=OuterRef("helper__person"), about=OuterRef("request__person"))
    return Q(conversation__last_seq__gt=0) | Q(Exists(notes.filter(written_at__gt=OuterRef("began_at"))))


def was_arranged() -> Q:
    """Somebody stands in, is asked to go on in turn, or the member has chosen what is handed on."""
    chosen = Handover.objects.filter(after=OuterRef("pk")).exclude(chosen_at=None)
    return (
        Q(Exists(Cover.objects.filter(pairing=OuterRef("pk"))))
        | Q(Exists(Handover.objects.filter(pairing=OuterRef("pk"))))
        | Q(Exists(chosen))
    )
