"""Input to follow-ups."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from caseload.models import FollowUp
from people.models import Person


class PlanForm(forms.Form):
    why = forms.CharField(
        label="Why?",
        help_text="Coordinators read it, and whoever you give it to. The member does not read it here, but may ask to.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say in a few words why."},
    )
    due_on = forms.DateField(
        label="By which day?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Choose a day.", "invalid": "Give the day like 2026-12-31."},
    )


class GiveForm(forms.Form):
    to = forms.ModelChoiceField(
        label="To whom?",
        queryset=Person.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose somebody."},
    )

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = people


class FinishForm(forms.Form):
    outcome = forms.ChoiceField(
        label="What came of it?",
        choices=FollowUp.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one of the two."},
    )
    words = forms.CharField(
        label="Anything others who look after them should know?",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
