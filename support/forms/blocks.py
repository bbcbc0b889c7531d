"""Input to a block of sessions."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

HALF_AN_HOUR, MOST_HOURS = Decimal("0.5"), 500


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
        min_value=HALF_AN_HOUR,
        max_value=MOST_HOURS,
        widget=forms.NumberInput(attrs={"step": "0.5"}),
        error_messages={"required": "Say how many hours there are."},
    )

    def clean_hours(self) -> Decimal:
        """Here and not as a step of the field, which breaks on numbers of hundreds of digits."""
        hours: Decimal = self.cleaned_data["hours"]
        if hours % HALF_AN_HOUR:
            raise ValidationError("Write whole hours, or with a half, like 7.5.")
        return hours

    @property
    def minutes(self) -> int:
        return int(self.cleaned_data["hours"] * 60)
