"""Input to somebody's own time: hours each week or on one day, when they are away, and their habits."""

from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from messaging.hours import WEEKDAYS
from people.vocabulary import Way
from support.clock_words import length_words
from support.free_times import MIDNIGHT
from support.operations import LENGTHS

NOTICE = {1: "1 hour", 4: "4 hours", 24: "1 day", 48: "2 days", 72: "3 days", 168: "1 week"}


def _day(label: str, **facts: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Choose a day.", "invalid": "Give the day like 2026-12-31."},
        **facts,
    )


def _clock(label: str, **facts: Any) -> forms.TimeField:
    missing = {"required": "Give a time.", "invalid": "Give the time like 09:00."}
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput(attrs={"type": "time", "step": 900}, format="%H:%M"),
        error_messages=missing,
        **facts,
    )


def _on_a_quarter(clock: time | None) -> time | None:
    if clock and (clock.minute % 15 or clock.second):
        raise ValidationError("Choose a quarter of an hour, like 09:15.")
    return clock


class StretchForm(forms.Form):
    """From when until when, on quarters of an hour."""

    begins = _clock("From")
    ends = _clock("Until", help_text="For midnight as the end of the day, choose 00:00.")

    def clean_begins(self) -> time | None:
        return _on_a_quarter(self.cleaned_data["begins"])

    def clean_ends(self) -> time | None:
        return _on_a_quarter(self.cleaned_data["ends"])

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        begins, ends = said.get("begins"), said.get("ends")
        if begins and ends is not None and ends <= begins and ends != MIDNIGHT:
            self.add_error("ends", "The end must be later than the beginning.")
        return said


class HoursForm(StretchForm):
    ways = forms.MultipleChoiceField(
        label="How can people meet you then?",
        choices=Way.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one way."},
    )
    place = forms.CharField(
        label="Where, when it is face to face?",
        help_text="A public place, such as a library; never anybody’s home.",
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if Way.IN_PERSON in said.get("ways", ()) and not said.get("place"):
            self.add_error("place", "Say where people meet you.")
        return said


class WeeklyHoursForm(HoursForm):
    weekdays = forms.TypedMultipleChoiceField(
        label="On which days?",
        choices=list(enumerate(WEEKDAYS)),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one day."},
    )
    field_order = ["weekdays", "begins", "ends", "ways", "place"]


class FutureForm(forms.Form):
    """Knows what day it is."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def _to_come(self, day: date) -> date:
        if day < self.today:
            raise ValidationError("This day is over. Choose today or a later one.")
        return day


class HoursOnADayForm(FutureForm, HoursForm):
    day = _day("Day")
    field_order = ["day", "begins", "ends", "ways", "place"]

    def clean_day(self) -> date:
        return self._to_come(self.cleaned_data["day"])


class TimeOffForm(FutureForm):
    first_day = _day("First day")
    last_day = _day("Last day", required=False, help_text="Leave it empty for one day only.")
    begins = _clock("From", required=False, help_text="Leave both times empty for whole days.")
    ends = _clock("Until", required=False)

    def clean_begins(self) -> time | None:
        return _on_a_quarter(self.cleaned_data["begins"])

    def clean_ends(self) -> time | None:
        return _on_a_quarter(self.cleaned_data["ends"])

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        first = said.get("first_day")
        said["last_day"] = said.get("last_day") or first
        if first and said["last_day"] < first:
            self.add_error("last_day", "The last day must not be before the first.")
        elif first and said["last_day"] < self.today:
            self.add_error("last_day", "These days are over.")
        for name in ("begins", "ends"):
            if name in said:
                said[name] = said[name] or MIDNIGHT
        if said.get("ends", MIDNIGHT) != MIDNIGHT and said["ends"] <= said.get("begins", MIDNIGHT):
            self.add_error("ends", "The end must be later than the beginning.")
        return said


class HabitsForm(forms.Form):
    minutes = forms.TypedChoiceField(
        label="How long is a usual appointment?",
        choices=[(minutes, length_words(minutes)) for minutes in LENGTHS],
        coerce=int,
    )
    notice_hours = forms.TypedChoiceField(
        label="How long before must people book?",
        help_text="You yourself can book at any time.",
        choices=list(NOTICE.items()),
        coerce=int,
    )
    keeps_bank_holidays = forms.BooleanField(label="No appointments on bank holidays", required=False)
    video_link = forms.URLField(
        label="Where are your video calls?",
        help_text="The link. Only who has an appointment by video sees it.",
        max_length=200,
        required=False,
        assume_scheme="https",
    )
