"""Input to the rule for check-ins."""

from django import forms

MOST_ANSWERS = 12


class RuleForm(forms.Form):
    """`instead_of` is the version the page showed, so that nobody overwrites what they have not read."""

    instead_of = forms.IntegerField(widget=forms.HiddenInput)
    fall_by = forms.IntegerField(label="How many points must an answer fall?", min_value=1, max_value=10)
    over = forms.IntegerField(label="Within how many answers?", min_value=2, max_value=MOST_ANSWERS)
    silences = forms.IntegerField(
        label="How many check-ins in a row without an answer?", min_value=1, max_value=MOST_ANSWERS
    )
    on_more = forms.BooleanField(label="Look in on whoever wishes for more support", required=False)
    note = forms.CharField(
        label="Why this change?",
        help_text="Everybody can read it.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why, for everybody to read."},
    )
