"""Input to safeguarding: a report, and how a concern was closed."""

from django import forms

from safeguarding.models import Concern

REASONS = [choice for choice in Concern.Reason.choices if choice[0] != Concern.Reason.NOTICED]


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        label="What is wrong?",
        choices=REASONS,
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


class JudgedOutcomeForm(OutcomeForm):
    """For what a program noticed: the counts of both answers say how good it is."""

    rightly_noticed = forms.TypedChoiceField(
        label="Was it right to notice this?",
        choices=[("yes", "Rightly noticed: a person had to look"), ("no", "False alarm: nobody had to")],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it was right to notice this."},
    )
    field_order = ["rightly_noticed", "outcome"]
