"""Input to safeguarding: a report, and how a concern was closed."""

from django import forms

from safeguarding.models import Concern


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        label="What is wrong?",
        choices=Concern.Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is wrong."},
    )
    words = forms.CharField(
        label="Anything you want us to know",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class OutcomeForm(forms.Form):
    outcome = forms.CharField(
        label="What was done",
        help_text="Whoever opens this concern next will read it.",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what was done, for whoever reads this next."},
    )
