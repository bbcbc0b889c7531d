"""Input to check-ins. Every question may be left out."""

from typing import Any

from django import forms

from support.models import CheckIn, Rhythm
from support.models.checking import HIGHEST

TEN = [(str(number), str(number)) for number in range(HIGHEST + 1)]
SCALE = [("", "I would rather not say"), *TEN]
NEVER = "never"


class ScaleField(forms.TypedChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=SCALE, coerce=int, empty_value=None, required=False, **kwargs)


class CheckInForm(forms.Form):
    confidence = ScaleField(
        label="How well can you manage just now?", help_text="0 is not at all, 10 is as well as you could wish."
    )
    wellbeing = ScaleField(label="How are you, all in all?", help_text="0 is as bad as can be, 10 is very well.")
    wish = forms.ChoiceField(
        label="Would you like more support than now, or less?",
        choices=CheckIn.Wish.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    words = forms.CharField(
        label="Anything you would like to add?",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class RhythmForm(forms.Form):
    every_days = forms.TypedChoiceField(
        label="How often would you like to be asked?",
        choices=[*((str(days), words) for days, words in Rhythm.Every.choices), (NEVER, "Never")],
        coerce=lambda said: None if said == NEVER else int(said),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how often, or never."},
    )
