"""Input to a handover: who goes on, what they should know, and what the member hands on."""

from collections.abc import Sequence
from typing import Any

from django import forms

from caseload.forms.covering import HelperField
from caseload.queries import HandedOn
from matching.queries import Other


class HandoverForm(forms.Form):
    helper = HelperField(
        label="Who goes on",
        empty_value=None,
        error_messages={"required": "Choose who goes on.", "invalid_choice": "Choose somebody from the list."},
    )
    words = forms.CharField(
        label="Why",
        help_text="The member and both advisers or peers read this.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say in a sentence why, so that nobody has to guess."},
    )

    def __init__(self, *args: Any, others: Sequence[Other], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        helper = self.fields["helper"]
        assert isinstance(helper, HelperField)
        # It takes a place, so whoever has none is not among them.
        helper.offer([other for other in others if other.free])


class AnswerForm(forms.Form):
    """What is handed on. Nothing is ticked beforehand: it is for the member to give."""

    parts = forms.MultipleChoiceField(
        label="What may they read of what was before?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose from the list."},
    )
    words = forms.CharField(
        label="What would you like them to know?",
        help_text="Only you and they read this. You can leave it empty.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, parts: Sequence[HandedOn], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["parts"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(part.name, part.title) for part in parts]
        if not parts:
            del self.fields["parts"]

    def chosen(self) -> list[str]:
        return list(self.cleaned_data.get("parts", []))


class SummaryForm(forms.Form):
    words = forms.CharField(
        label="What would you like the next one to know?",
        help_text="What you did together, what helps, what is open. "
        "The member reads it first, and decides whether it is handed on.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Write something, or go back."},
    )
