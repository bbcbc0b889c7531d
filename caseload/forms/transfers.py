"""Input to a transfer: where to, whether the first area stays, and why; and why not."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from people.models import Area

MOVES, STAYS = "moves", "stays"


class MyTransferForm(forms.Form):
    """For whoever asks for themselves."""

    to = forms.ModelChoiceField(
        label="To which area?",
        queryset=Area.objects.none(),
        empty_label="Choose an area",
        error_messages={"required": "Choose an area.", "invalid_choice": "Choose an area from the list."},
    )
    why = forms.CharField(
        label="Why?",
        help_text="The coordinators of both areas read this, and so does whoever moves.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": "Say why, in a sentence or two."},
    )

    def __init__(self, *args: Any, areas: QuerySet[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = areas

    def facts(self) -> dict[str, Any]:
        return {"to": self.cleaned_data["to"], "stays": False, "why": self.cleaned_data["why"]}


class TransferForm(MyTransferForm):
    how = forms.ChoiceField(
        label="What about your area?",
        choices=[(MOVES, "It looks after them no more"), (STAYS, "Both look after them")],
        widget=forms.RadioSelect,
        initial=MOVES,
        error_messages={"required": "Say what about your own area."},
    )
    field_order = ["to", "how", "why"]

    def facts(self) -> dict[str, Any]:
        return {**super().facts(), "stays": self.cleaned_data["how"] == STAYS}


class RefusalForm(forms.Form):
    words = forms.CharField(
        label="Why not?",
        help_text="Whoever asked reads this, and so does the person.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": "Say why not, in a sentence or two."},
    )
