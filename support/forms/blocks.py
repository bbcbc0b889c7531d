"""Input to a block of sessions."""

from decimal import Decimal

from django import forms

MOST_HOURS = 500


class BlockForm(forms.Form):
    title = forms.CharField(
        label="What are the hours for?",
        help_text="Such as “Maths for the entry exam”. Both of you see it.",
        max_length=120,
        error_messages={"required": "Say what the hours are for, in a few words."},
    )
    hours = forms.DecimalField(
        label="How many hours?",
        help_text="Whole hours, or with a half, like 7.5.",
        min_value=Decimal("0.5"),
        max_value=MOST_HOURS,
        step_size=Decimal("0.5"),
        error_messages={"required": "Say how many hours there are."},
    )

    @property
    def minutes(self) -> int:
        return int(self.cleaned_data["hours"] * 60)
