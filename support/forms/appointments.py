"""Input to appointments: which times to look at, the time that was chosen, where it is."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from matching.models import Pairing
from people.models import Person
from people.vocabulary import Way
from support.clock_words import length_words
from support.models import Appointment, SessionBlock
from support.operations import LENGTHS, Meeting
from support.queries import habits_of, open_blocks_of, ways_offered_by
from support.rules import may_choose_any_time

LENGTH_CHOICES = [(minutes, length_words(minutes)) for minutes in LENGTHS]
WHERE = "Where, or how do you join?"


class WhichTimesForm(forms.Form):
    """How and how long; the times on the page follow it. What is not said is as usual."""

    way = forms.ChoiceField(label="How")
    minutes = forms.TypedChoiceField(label="How long", choices=LENGTH_CHOICES, coerce=int)

    def __init__(self, data: Mapping[str, str], *, pairing: Pairing, moving: Appointment | None) -> None:
        helper = pairing.helper.person
        offered = ways_offered_by(helper)
        ways = [(value, label) for value, label in Way.choices if value in offered]
        usual = {"way": ways[0][0] if ways else "", "minutes": habits_of(helper).minutes}
        if moving:
            usual = {"way": moving.way if moving.way in offered else usual["way"], "minutes": moving.minutes}
        super().__init__({**usual, **{name: data[name] for name in usual if name in data}})
        self.fields["way"].choices = ways  # type: ignore[attr-defined]
        self.offers_anything = bool(ways)


class BlockField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def __init__(self, pairing: Pairing) -> None:
        super().__init__(
            open_blocks_of(pairing),
            label="Does it count towards a block of sessions?",
            empty_label="No",
            required=False,
        )


class ChosenTimeForm(forms.Form):
    """A time that was pressed on, to be confirmed. Who helps may say where; for members the place is the helper's."""

    begins = forms.CharField(widget=forms.HiddenInput)
    way = forms.ChoiceField(choices=Way.choices, widget=forms.HiddenInput)
    minutes = forms.TypedChoiceField(choices=LENGTH_CHOICES, coerce=int, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, by: Person, pairing: Pairing, moving: Appointment | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if may_choose_any_time(by, pairing):
            self.fields["where"] = where_field()
        if moving is None and open_blocks_of(pairing).exists():
            self.fields["block"] = BlockField(pairing)
        if moving:
            self.fields["revision"] = forms.IntegerField(widget=forms.HiddenInput)

    def clean_begins(self) -> datetime:
        try:
            return datetime.fromisoformat(self.cleaned_data["begins"]).astimezone(UTC)
        except ValueError as error:
            raise ValidationError("Choose one of the times.") from error

    @property
    def names_a_time(self) -> bool:
        """Whether what the page itself has filled in is whole."""
        return self.errors.keys().isdisjoint(field.name for field in self.hidden_fields())

    @property
    def meeting(self) -> Meeting:
        said = self.cleaned_data
        return Meeting(said["begins"], said["minutes"], said["way"], said.get("where", ""))

    @property
    def block(self) -> SessionBlock | None:
        return self.cleaned_data.get("block")


def where_field() -> forms.CharField:
    return forms.CharField(
        label=WHERE,
        help_text="A public place, who rings whom, or a link. Left empty it is what you said in your hours.",
        max_length=300,
        required=False,
    )


class AnyTimeForm(forms.Form):
    """Any day and time, for who helps, by their own clock."""

    day = forms.DateField(
        label="Day",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Choose a day.", "invalid": "Give the day like 2026-12-31."},
    )
    clock = forms.TimeField(
        label="Begins at",
        help_text="On a quarter of an hour, like 14:15.",
        widget=forms.TimeInput(attrs={"type": "time", "step": 900}, format="%H:%M"),
        error_messages={"required": "Say when it begins.", "invalid": "Give the time like 14:15."},
    )
    minutes = forms.TypedChoiceField(label="How long?", choices=LENGTH_CHOICES, coerce=int)
    way = forms.ChoiceField(
        label="How do you meet?",
        choices=Way.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you meet."},
    )

    def __init__(
        self, *args: Any, by: Person, pairing: Pairing, moving: Appointment | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.zone = by.zone
        self.fields["where"] = where_field()
        if moving:
            self.fields["revision"] = forms.IntegerField(widget=forms.HiddenInput, initial=moving.revision)
        elif open_blocks_of(pairing).exists():
            self.fields["block"] = BlockField(pairing)

    @property
    def meeting(self) -> Meeting:
        said = self.cleaned_data
        begins_at = datetime.combine(said["day"], said["clock"], self.zone).astimezone(UTC)
        return Meeting(begins_at, said["minutes"], said["way"], said["where"])

    @property
    def block(self) -> SessionBlock | None:
        return self.cleaned_data.get("block")


class WhereForm(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput)
    where = forms.CharField(
        label=WHERE,
        help_text="A public place, who rings whom, or a link. Only the two of you see it.",
        max_length=300,
        required=False,
    )


class AsSeenForm(forms.Form):
    """The appointment as the page showed it, so that nobody changes what they have not seen."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class HowItWentForm(forms.Form):
    took_place = forms.TypedChoiceField(choices=[("yes", "Yes"), ("no", "No")], coerce=lambda word: word == "yes")
