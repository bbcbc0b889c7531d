"""Input to a cover: who stands in, and from when to when."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from caseload.models import Cover
from caseload.operations import CoverFacts
from matching.models import Helper, Pairing
from matching.queries import Other


class HelperField(forms.TypedChoiceField):
    """One of the helpers whom nothing forbids, best fit first; its value is the helper."""

    def offer(self, others: Sequence[Other]) -> None:
        by_pk: dict[str, Helper] = {str(other.helper.pk): other.helper for other in others}
        self.choices = [("", "Choose"), *((str(other.helper.pk), said_of(other)) for other in others)]
        self.coerce = by_pk.__getitem__


def said_of(other: Other) -> str:
    free = "no place free" if not other.free else f"{other.free} place{'s' if other.free > 1 else ''} free"
    return f"{other.helper}: {other.fit.lower()} fit, {free}"


class DaysForm(forms.Form):
    """From which day to which, both included."""

    from_on = forms.DateField(
        label="First day",
        error_messages={"required": "Give the first day.", "invalid": "Give the day like 2026-12-31."},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    until_on = forms.DateField(
        label="Last day",
        error_messages={"required": "Give the last day.", "invalid": "Give the day like 2026-12-31."},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("from_on"), cleaned.get("until_on")
        if last and last < self.today:
            self.add_error("until_on", "That day has passed. Give the last day somebody is to stand in.")
        elif first and last and last < first:
            self.add_error("until_on", "The last day comes before the first.")
        return cleaned


class CoverForm(DaysForm):
    """With `alike`, how many others the one away is alongside, the same can be planned for all of them."""

    helper = HelperField(
        label="Who stands in",
        help_text="It takes none of their places.",
        empty_value=None,
        error_messages={"required": "Choose who stands in.", "invalid_choice": "Choose somebody from the list."},
    )
    why = forms.ChoiceField(
        label="Why",
        help_text="Only coordinators read this.",
        choices=Cover.Why,
        initial=Cover.Why.LEAVE,
        error_messages={"required": "Choose one."},
    )
    words = forms.CharField(
        label="What is good to know",
        help_text="The member, whoever is away and whoever stands in all read this.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    for_all = forms.BooleanField(required=False)

    field_order = ("helper", "from_on", "until_on", "why", "words", "for_all")

    def __init__(self, *args: Any, others: Sequence[Other], alike: Sequence[Pairing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        helper = self.fields["helper"]
        assert isinstance(helper, HelperField)
        helper.offer(others)
        if alike:
            names = ", ".join(str(pairing.request.person) for pairing in alike)
            self.fields["for_all"].label = f"The same for {names}"
            self.fields["for_all"].help_text = "Everybody else of theirs with whom nobody stands in yet."
        else:
            del self.fields["for_all"]

    def facts(self) -> CoverFacts:
        said = {name: self.cleaned_data[name] for name in ("helper", "from_on", "until_on", "why", "words")}
        return CoverFacts(**said)

    def is_for_all(self) -> bool:
        return bool(self.cleaned_data.get("for_all"))
