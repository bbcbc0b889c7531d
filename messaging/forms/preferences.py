"""What somebody lets others see of them, and the hours in which they usually answer."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from messaging.hours import MIDNIGHT, WEEKDAYS, Hours

# What was typed for a day, or what is kept for it: when it begins and when it ends.
Times = tuple[str | time, str | time]


class PreferencesForm(forms.Form):
    shows_reading = forms.BooleanField(
        label="Others see what I have read",
        help_text="Turn it off, and you do not see what others have read either.",
        required=False,
    )
    shows_typing = forms.BooleanField(
        label="Others see when I am writing",
        help_text="Turn it off, and you do not see when others are writing either.",
        required=False,
    )
    shows_presence = forms.BooleanField(
        label="Others see when I am here",
        help_text="Turn it off, and you do not see when others are here either.",
        required=False,
    )


class WorkingWeek(forms.Widget):
    """A week as a table: days down, and for each the time from which and the one until which."""

    template_name = "messaging/widgets/working_week.html"
    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: object, name: str) -> dict[int, Times]:
        return {
            day: (data.get(f"{name}_{day}_from", ""), data.get(f"{name}_{day}_to", "")) for day in range(len(WEEKDAYS))
        }

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0_from"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["rows"] = [
            {"day": day_name, "times": [_typed(one) for one in (value or {}).get(day, ())]}
            for day, day_name in enumerate(WEEKDAYS)
        ]
        return context


def _typed(one: str | time) -> str:
    return f"{one:%H:%M}" if isinstance(one, time) else one


class WorkingWeekField(forms.Field):
    """Cleans to Hours. A day without times is one without an answer."""

    widget = WorkingWeek

    def clean(self, value: Any) -> Hours:
        found: dict[int, tuple[time, time]] = {}
        faults = []
        for day, (begin, end) in value.items():
            try:
                if begin or end:
                    found[day] = _stretch(begin, end)
            except ValidationError as error:
                faults.append(f"{WEEKDAYS[day]}: {error.messages[0]}")
        if faults:
            raise ValidationError(faults)
        return found


def _stretch(begin: str, end: str) -> tuple[time, time]:
    if not (begin and end):
        raise ValidationError("give both times, or neither.")
    clock = forms.TimeField(error_messages={"invalid": "write times like 09:00."})
    opens, closes = (clock.clean(one).replace(second=0, microsecond=0) for one in (begin, end))
    if closes <= opens and closes != MIDNIGHT:
        raise ValidationError("the second time must be later than the first.")
    return opens, closes


class WorkingHoursForm(forms.Form):
    hours = WorkingWeekField(
        label="When do you usually answer?",
        help_text="Leave both times empty for a day when you do not. For midnight as the end of a day, choose 00:00.",
    )
    away_until = forms.DateField(
        label="The last day you are away",
        help_text="Leave it empty while you are not away.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_away_until(self) -> date | None:
        last_day: date | None = self.cleaned_data["away_until"]
        if last_day is not None and last_day < self.today:
            raise ValidationError("This day is over. Choose today or a later one.")
        return last_day
