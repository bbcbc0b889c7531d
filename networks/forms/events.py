"""Input to events: plan and change one, move a session, note who came, say how it was."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.timezone import get_current_timezone, localtime

from networks.forms.writing import FORMATTING, WritingForm
from networks.models import Event, Membership, Network, Place, Session
from networks.operations import MOST_PLACES, MOST_SESSIONS, Facts
from networks.queries import leaders_to_choose
from networks.series import moment, weekly
from people.models import Person

LENGTHS = {
    30: "Half an hour",
    45: "45 minutes",
    60: "1 hour",
    90: "1½ hours",
    120: "2 hours",
    150: "2½ hours",
    180: "3 hours",
    240: "4 hours",
}
MATERIALS = f"For who has a place: what to read or bring. {FORMATTING}"


class LeadersChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Membership) -> str:
        trained = " (trained to lead)" if obj.trained_on else ""
        return f"{obj.chosen_name}{trained}"


class FactsForm(forms.Form):
    """Where and how it is, and who leads it."""

    way = forms.ChoiceField(
        label="How do people come together?",
        choices=Event.Way.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how people come together."},
    )
    where = forms.CharField(
        label="Where?",
        help_text="Everyone in the network reads it. A public place, such as a library; never anybody’s home.",
        max_length=200,
        required=False,
    )
    how_to_join = forms.CharField(
        label="How does one join?",
        help_text="The room, the number or the link. Only who has a place sees it.",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    capacity = forms.IntegerField(
        label="How many places are there?",
        min_value=1,
        max_value=MOST_PLACES,
        initial=12,
        error_messages={"required": "Say how many people can come."},
    )
    materials = forms.CharField(
        label="Materials",
        help_text=MATERIALS,
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, network: Network, chooser: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        leaders = leaders_to_choose(network, chooser)
        self.fields["leaders"] = LeadersChoice(
            leaders,
            initial=leaders.filter(person=chooser),
            label="Who leads it?",
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Choose who leads it."},
        )

    @property
    def facts(self) -> Facts:
        said = self.cleaned_data
        names = ("way", "where", "how_to_join", "capacity", "materials")
        return Facts(leaders=list(said["leaders"]), **{name: said[name] for name in names})


class TimeForm(forms.Form):
    """A day, a time of day by the clocks of the service, and how long."""

    day = forms.DateField(
        label="Day",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Choose a day.", "invalid": "Give the day like 2026-12-31."},
    )
    clock = forms.TimeField(
        label="Begins at",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"required": "Say when it begins.", "invalid": "Give the time like 18:30."},
    )
    lasts = forms.TypedChoiceField(label="How long?", choices=list(LENGTHS.items()), coerce=int, initial=90)

    @property
    def length(self) -> timedelta:
        return timedelta(minutes=self.cleaned_data["lasts"])


class MeetingForm(FactsForm, TimeForm, WritingForm):
    """Everything one says to plan a meeting."""

    title = forms.CharField(
        label="What is it called?", max_length=150, error_messages={"required": "Give it a title, in a few words."}
    )
    field_order = [
        "title",
        "body",
        "day",
        "clock",
        "lasts",
        "count",
        "way",
        "where",
        "how_to_join",
        "capacity",
        "leaders",
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].label = "What is it about, and for whom?"
        self.fields["body"].widget.attrs["rows"] = 5
        self.order_fields(self.field_order)

    @property
    def begins(self) -> list[datetime]:
        said = self.cleaned_data
        return weekly(said["day"], said["clock"], said.get("count", 1), get_current_timezone())


class CourseForm(MeetingForm):
    """The same for a course: one session a week from the first day on."""

    count = forms.IntegerField(
        label="How many sessions?",
        help_text=f"One a week, at the same time: 2 to {MOST_SESSIONS}. Each can be moved or named afterwards.",
        min_value=2,
        max_value=MOST_SESSIONS,
        initial=6,
        error_messages={"required": "Say how many sessions there are."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].label = "Day of the first session"
        self.fields["lasts"].label = "How long is each session?"


class SessionForm(TimeForm):
    title = forms.CharField(label="What is this session about?", max_length=120, required=False)
    materials = forms.CharField(
        label="Materials for it",
        help_text=MATERIALS,
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: QueryDict | None, *, session: Session) -> None:
        begins = localtime(session.begins_at)
        minutes = int((session.ends_at - session.begins_at).total_seconds() // 60)
        told = {"title": session.title, "materials": session.materials}
        initial = {"day": begins.date(), "clock": begins.time(), "lasts": minutes, **told}
        super().__init__(data, initial=initial)
        self.order_fields(["title", "day", "clock", "lasts", "materials"])

    @property
    def begins_at(self) -> datetime:
        said = self.cleaned_data
        return moment(said["day"], said["clock"], get_current_timezone())


class PlacesChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Place) -> str:
        return str(obj.membership.chosen_name)


class AttendanceForm(forms.Form):
    def __init__(self, *args: Any, places: Any, came: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["came"] = PlacesChoice(
            places,
            label="Who came?",
            help_text="Nobody is asked why they did not. You can change it later.",
            widget=forms.CheckboxSelectMultiple,
            required=False,
            initial=came,
        )


class CertificateForm(forms.Form):
    name = forms.CharField(
        label="Which name shall stand on it?",
        help_text="It is printed and not kept: we do not know it afterwards.",
        max_length=120,
        error_messages={"required": "Type the name that is to stand on it."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class FeedbackForm(forms.Form):
    helped = forms.TypedChoiceField(
        label="How much did it help?",
        choices=[(5, "5: very much"), (4, "4"), (3, "3"), (2, "2"), (1, "1: not at all")],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a number from 1 to 5."},
    )
    words = forms.CharField(
        label="What would you tell those who led it?",
        help_text="They read it without your name. Leave out what would tell who you are.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
