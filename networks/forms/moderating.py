"""Input to the first look: why something is not let through."""

from django import forms

from safeguarding.models import Concern

REASONS = [choice for choice in Concern.Reason.choices if choice[0] != Concern.Reason.NOTICED]


class NotThroughForm(forms.Form):
    reason = forms.ChoiceField(
        label="What is wrong with it?",
        choices=REASONS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is wrong with it."},
    )
    words = forms.CharField(
        label="Why, in words for whoever wrote it",
        help_text="They read this, keep their words, and can say once that it is wrong. Somebody else then decides.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say why, to the person who wrote it."},
    )
