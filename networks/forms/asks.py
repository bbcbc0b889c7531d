"""Input to asks and offers."""

from datetime import datetime, time
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.timezone import make_aware

from networks.forms.writing import WritingForm, sure_field
from networks.models import Ask, Network

END_OF_DAY = time(23, 59)


class AskForm(WritingForm):
    """In a network for under-18s there is one way only, so nothing is asked about it."""

    kind = forms.ChoiceField(label="What is it?", choices=Ask.Kind.choices, widget=forms.RadioSelect)
    title = forms.CharField(
        label="In a few words",
        help_text="“Can someone come with me on Tuesday?”, “I can explain the form”",
        max_length=150,
        error_messages={"required": "Say in a few words what it is."},
    )
    way = forms.ChoiceField(
        label="How?", choices=Ask.Way.choices, initial=Ask.Way.HERE, widget=forms.RadioSelect, required=False
    )
    where = forms.CharField(
        label="Which public place?",
        help_text="Where other people are: “Outside the library”. Never a home.",
        max_length=120,
        required=False,
    )
    day = forms.DateField(
        label="Until which day?",
        help_text="Leave it empty when it does not matter.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )
    hour = forms.TimeField(
        label="Until what time?", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), required=False
    )
    field_order = ["kind", "title", "body", "way", "where", "day", "hour"]

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].label = "Tell a little more"
        self.fields["body"].widget.attrs["rows"] = 5
        if network.for_under_18s:
            del self.fields["way"], self.fields["where"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day, hour = cleaned.pop("day", None), cleaned.pop("hour", None)
        if hour and not day and "day" not in self.errors:
            self.add_error("day", "Choose the day too.")
        cleaned["needed_by"] = make_aware(datetime.combine(day, hour or END_OF_DAY)) if day else None
        cleaned["way"] = cleaned.get("way") or Ask.Way.HERE
        return cleaned


class YesForm(WritingForm):
    sure = sure_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].label = "Your first words to them"
        self.fields["body"].help_text = "Only the two of you read them."
        self.fields["body"].widget.attrs["rows"] = 3


class FinishForm(forms.Form):
    """Whoever was helped is asked for thanks, which they may leave out."""

    thanks = forms.CharField(
        label="Would you like to say thank you?",
        help_text="Everybody in the network reads it.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    client_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, may_thank: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_thank:
            del self.fields["thanks"]
