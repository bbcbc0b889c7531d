"""Input to the rule for check-ins."""

from django import forms

MOST_ANSWERS = 12


def number_field(label: str, least: int, most: int) -> forms.IntegerField:
    said = f"Give a number from {least} to {most}."
    messages = {"required": said, "invalid": said, "min_value": said, "max_value": said}
    return forms.IntegerField(label=label, min_value=least, max_value=most, error_messages=messages)


class RuleForm(forms.Form):
    """`instead_of` is the version the page showed, so that nobody overwrites what they have not read."""

    instead_of = forms.IntegerField(widget=forms.HiddenInput)
    fall_by = number_field("How many points must an answer fall?", 1, 10)
    over = number_field("Within how many answers?", 2, MOST_ANSWERS)
    silences = number_field("How many check-ins in a row without an answer?", 1, MOST_ANSWERS)
    on_more = forms.BooleanField(label="Look in on whoever wishes for more support", required=False)
    note = forms.CharField(
        label="Why this change?",
        help_text="Everybody can read it.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why, for everybody to read."},
    )
