"""Input to what is done for many: what, for whom, and to whom or where."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import QueryDict

from caseload.models import BulkAction
from caseload.queries.bulk import MOST_AT_ONCE, Order, coordinators_for
from people.models import Area, Person
from people.queries import coordinated_areas

# Instead of ticking each one.
ALL_OF_THEM = "all"
# What people are ticked for in a section; to go on with others each is given somebody of their own.
TICKED_FOR = [
    (kind.value, str(kind.label))
    for kind in (BulkAction.Kind.COORDINATOR, BulkAction.Kind.AREA, BulkAction.Kind.CHECKS)
]


class BulkForm(forms.Form):
    """Of the two targets only the one that this kind of action has is asked for."""

    kind = forms.ChoiceField(choices=TICKED_FOR, widget=forms.HiddenInput)
    to_coordinator = forms.ModelChoiceField(
        label="Who is to look after them?",
        queryset=Person.objects.none(),
        empty_label="Choose somebody",
        error_messages={"required": "Choose who is to look after them.", "invalid_choice": "Choose from the list."},
    )
    to_area = forms.ModelChoiceField(
        label="Where do they belong?",
        queryset=Area.objects.none(),
        empty_label="Choose an area",
        error_messages={"required": "Choose an area.", "invalid_choice": "Choose from the list."},
    )

    def __init__(self, data: QueryDict, *, by: Person, **kwargs: Any) -> None:
        kind, target = data.get("kind", ""), f"to_{data.get('kind', '')}"
        # Whoever was not asked yet has done nothing wrong.
        was_asked = kind == BulkAction.Kind.CHECKS or target in data
        super().__init__(data if was_asked else None, initial={"kind": kind}, **kwargs)
        for name, rows in (("to_coordinator", coordinators_for(by)), ("to_area", coordinated_areas(by))):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows
            if name != target:
                del self.fields[name]

    @property
    def title(self) -> str:
        return dict(TICKED_FOR)[self["kind"].value()]

    def order(self) -> Order:
        answers = self.cleaned_data
        return Order(answers["kind"], answers.get("to_coordinator"), answers.get("to_area"))


def is_a_kind(word: str | None) -> bool:
    return word in dict(TICKED_FOR)


def ticked(data: QueryDict) -> Iterator[int]:
    """Whose ids were sent, up to so many as may be dealt with at once."""
    for word in data.getlist("person")[:MOST_AT_ONCE]:
        if word.isascii() and word.isdecimal() and len(word) < len(str(2**63)):
            yield int(word)
