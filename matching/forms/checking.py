"""What a coordinator notes of a helper's checks, and what is asked of a kind of helper."""

from datetime import date
from typing import Any

from django import forms

from matching.models import CheckRule, Credential, Level


class LastDayField(forms.DateField):
    """The last day on which something is good, which has not passed."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **kwargs: Any) -> None:
        given = {"required": "Give a day, for example 31/03/2027."}
        super().__init__(error_messages=given, **kwargs)


def not_passed(day: date, today: date) -> date:
    if day < today:
        raise forms.ValidationError("That day has passed. Give the last day on which it is good.")
    return day


class CredentialForm(forms.Form):
    kind = forms.ChoiceField(
        label="What have you seen?",
        choices=Credential.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what you have seen."},
    )
    level = forms.TypedChoiceField(
        label="For vetting: how far?",
        choices=[("", "Not a vetting"), *Level.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    name = forms.CharField(
        label="For training: which one? For supervision: by whom?",
        help_text="Write a training as it is called in what is asked, so that it is counted.",
        max_length=120,
        required=False,
    )
    valid_until = LastDayField(
        label="Good until",
        help_text="The last day, for example 31/03/2027. For supervision: when it is due again.",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_valid_until(self) -> date:
        return not_passed(self.cleaned_data["valid_until"], self.today)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind, is_vetting = cleaned.get("kind"), cleaned.get("kind") == Credential.Kind.VETTING
        if is_vetting and not cleaned.get("level"):
            self.add_error("level", "Say how far they were vetted.")
        if kind == Credential.Kind.TRAINING and not cleaned.get("name", "").strip():
            self.add_error("name", "Say which training it was.")
        if not is_vetting:
            cleaned["level"] = None
        return cleaned


class CheckRuleForm(forms.Form):
    level = forms.TypedChoiceField(label="Vetted at least to", choices=Level.choices, coerce=int)
    trainings = forms.CharField(
        label="Trainings that are needed",
        help_text="One a line. Leave it empty if none is.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    needs_supervision = forms.BooleanField(label="They must be in supervision", required=False)

    @classmethod
    def of(cls, rule: CheckRule, data: Any) -> "CheckRuleForm":
        initial = {
            "level": rule.level,
            "trainings": "\n".join(rule.trainings),
            "needs_supervision": rule.needs_supervision,
        }
        return cls(data, initial=initial)

    def clean_trainings(self) -> list[str]:
        lines = (" ".join(line.split()) for line in self.cleaned_data["trainings"].splitlines())
        names = list(dict.fromkeys(line for line in lines if line))
        if any(len(name) > 120 for name in names):
            raise forms.ValidationError("One of these is too long: 120 letters are enough.")
        return names
