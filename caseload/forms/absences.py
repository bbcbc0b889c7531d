"""Input to asking for cover, and to the answer."""

from django import forms

from caseload.forms.covering import DaysForm
from caseload.models import Absence


class AbsenceForm(DaysForm):
    why = forms.ChoiceField(
        label="Why",
        help_text="Only coordinators read this.",
        choices=Absence.Why,
        initial=Absence.Why.LEAVE,
        error_messages={"required": "Choose one."},
    )
    words = forms.CharField(
        label="What is good to know",
        help_text="Who needs somebody most, for example. Only coordinators read this. You can leave it empty.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AbsenceAnswerForm(forms.Form):
    words = forms.CharField(
        label="What do you say to it?",
        help_text="Whoever asked reads this. You can leave it empty.",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def said(self) -> str:
        return str(self.cleaned_data["words"])
