"""Input to measures and appeals: always with words for the person it is about."""

from typing import Any

from django import forms

from people.models import Person
from safeguarding.forms.concerns import REASONS
from safeguarding.models import Concern, Measure
from safeguarding.rules import LONGEST_MUTE, kinds_of_measure


def words_field(label: str, hint: str, missing: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": missing},
    )


class MeasureForm(forms.Form):
    kind = forms.ChoiceField(
        label="What do you want to do?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you want to do."},
    )
    days = forms.IntegerField(
        label="For how many days",
        help_text="Only for reading and not writing: 1 to 28. It ends by itself.",
        min_value=1,
        max_value=LONGEST_MUTE.days,
        required=False,
    )
    scope = forms.ChoiceField(
        label="Where",
        choices=[("here", "Only there"), ("everywhere", "In every network")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where it holds."},
    )
    reason = forms.ChoiceField(label="Because of what", choices=REASONS, widget=forms.RadioSelect)
    words = words_field(
        "What you tell the person",
        "They read these words, and can say once that it is wrong. Somebody else then decides.",
        "Say why, to the person it is about.",
    )

    def __init__(self, *args: Any, concern: Concern, taker: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.concern, self.taker = concern, taker
        if not concern.was_noticed:
            self.initial["reason"] = concern.reason
        self.initial["scope"] = "here"
        kinds = {kind: None for scope in (concern.scope, "") for kind in kinds_of_measure(taker, concern, scope)}
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]  # type: ignore[attr-defined]
        if not (concern.scope and kinds_of_measure(taker, concern, "")):
            del self.fields["scope"]

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        cleaned["scope"] = "" if cleaned.get("scope") == "everywhere" else self.concern.scope
        kind = cleaned.get("kind")
        if kind == Measure.Kind.MUTE and not cleaned.get("days") and "days" not in self.errors:
            self.add_error("days", "Say for how many days, from 1 to 28.")
        if kind and kind not in kinds_of_measure(self.taker, self.concern, cleaned["scope"]):
            self.add_error("scope", "Words can be kept back only where they were written.")
        return cleaned


class LiftingForm(forms.Form):
    because = words_field("Why it is taken back", "The person it is about reads this.", "Say why it is taken back.")


class AppealForm(forms.Form):
    words = words_field(
        "What is wrong about it",
        "Somebody who had no part in it reads this and answers within seven days. You can say it once.",
        "Say in a few words what is wrong about it.",
    )


class AnswerForm(forms.Form):
    upheld = forms.TypedChoiceField(
        label="What do you decide?",
        choices=[("yes", "They are right: take it back"), ("no", "It stays as it is")],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you decide."},
    )
    answer = words_field("Why", "The person who appealed reads this.", "Say why, to the person who appealed.")
