"""Input to what is written down about a concern."""

from django import forms

from safeguarding.forms.measures import words_field
from safeguarding.models import Concern, Sharing

MISSING = "Say it in words, for whoever reads this next."


class NoteForm(forms.Form):
    words = words_field("What you did, found out or think", "It stays as you write it now.", MISSING)


class EscalationForm(forms.Form):
    words = words_field("Why", "Those who keep the whole service safe read this.", MISSING)


class SeverityForm(forms.Form):
    severity = forms.ChoiceField(
        label="How urgent is it?",
        choices=Concern.Severity.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how urgent it is."},
    )
    words = words_field("Why", "Whoever opens this concern next will read it.", MISSING)


class RiskForm(forms.Form):
    risk = forms.ChoiceField(
        label="How likely is harm?",
        choices=[choice for choice in Concern.Risk.choices if choice[0]],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how likely harm is."},
    )
    words = words_field("What speaks for it", "Earlier judgements stay readable.", MISSING)


class PlanForm(forms.Form):
    plan = words_field("The plan", "Who does what, until when. Earlier versions stay readable.", MISSING)


class SharingForm(forms.Form):
    with_whom = forms.CharField(label="With whom", max_length=120, error_messages={"required": "Say with whom."})
    what = words_field("What was shared", "Only what they need to know.", "Say what was shared.")
    ground = forms.ChoiceField(
        label="Why it may be shared",
        choices=Sharing.Ground.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it may be shared."},
    )
    why = forms.CharField(
        label="What led to this",
        help_text="You can leave this empty where they agreed to it.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    person_was_told = forms.TypedChoiceField(
        label="Does the person know?",
        choices=[("yes", "Yes, they were told"), ("no", "No: telling them could put somebody in danger")],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the person knows."},
    )
