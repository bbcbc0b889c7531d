"""How the name of a member is read from a row, without naming anybody to whom there is a block."""

from collections.abc import Collection

from django.db.models import Case, CharField, F, Value, When
from django.db.models.functions import Coalesce


def name_of(member: str, apart: Collection[int]) -> Coalesce:
    """The chosen name of the membership at the end of `member`; empty for those in `apart`, or where there is none."""
    shown = Case(
        When(**{f"{member}__person__in": list(apart)}, then=Value("")),
        default=F(f"{member}__chosen_name"),
        output_field=CharField(),
    )
    return Coalesce(shown, Value(""))
