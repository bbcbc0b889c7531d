"""The form that makes a new version of the weights."""

from typing import Any

from django import forms

from matching.engine.fit.weights import FULL_MARKS
from matching.models import Configuration
from matching.words.configuration import PARTS, PARTS_OF_A_FIT, SPREAD


def points(name: str, most: int = FULL_MARKS) -> forms.IntegerField:
    part = PARTS[name]
    return forms.IntegerField(
        label=f"{part.name}, {part.unit}",
        help_text=part.meaning,
        min_value=0,
        max_value=most,
        error_messages={"required": f"Give a number from 0 to {most}."},
    )


class ConfigurationForm(forms.Form):
    """The weights of the version `instead_of`, to be changed; the points of all parts of a fit are 1000 at most."""

    instead_of = forms.CharField(widget=forms.HiddenInput)
    topics = points("topics")
    lived_experience = points("lived_experience")
    languages = points("languages")
    hours = points("hours")
    ways = points("ways")
    place = points("place")
    preferences = points("preferences")
    waiting = points("waiting")
    enough_hours = forms.IntegerField(
        label=f"{PARTS['enough_hours'].name}, {PARTS['enough_hours'].unit}",
        help_text=PARTS["enough_hours"].meaning,
        min_value=1,
        max_value=21,
        error_messages={"required": "Give a number from 1 to 21."},
    )
    spread = forms.IntegerField(
        label=f"{SPREAD.name}, {SPREAD.unit}",
        help_text=SPREAD.meaning,
        min_value=0,
        max_value=100,
        error_messages={"required": "Give a number from 0 to 100."},
    )
    offers_at_once = forms.BooleanField(
        label="Offer a free place at once to whoever comes between two rounds", required=False
    )
    note = forms.CharField(
        label="Why do you change them?",
        help_text="Everybody who reads the weights can read this.",
        error_messages={"required": "Say why, in a sentence."},
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @classmethod
    def of(cls, configuration: Configuration, data: Any = None) -> "ConfigurationForm":
        """A form that starts from this version."""
        initial = {
            **configuration.weights,
            "instead_of": configuration.version,
            "spread": configuration.spread,
            "offers_at_once": configuration.offers_at_once,
        }
        return cls(data, initial=initial)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        fit = [name for name in PARTS_OF_A_FIT if name in cleaned]
        together = sum(cleaned[name] for name in fit)
        if len(fit) == len(PARTS_OF_A_FIT) and not 1 <= together <= FULL_MARKS:
            most = max(fit, key=lambda name: cleaned[name])
            listed = ", ".join(f"{PARTS[name].name} {cleaned[name]}" for name in fit)
            self.add_error(most, f"Together these are {together} points; it must be 1 to {FULL_MARKS}: {listed}.")
        return cleaned

    @property
    def weights(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] for name in PARTS}
