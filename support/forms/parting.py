"""Input to a plan by which contact gets less, to the look back at the end, and to coming back."""

from datetime import date
from typing import Any

from django import forms

from support.models import LookBack

MOST_STAGES = 3


def _day(label: str, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        **{"error_messages": {"required": "Choose a day.", "invalid": "Give the day like 2026-12-31."}, **more},
    )


class StepDownForm(forms.Form):
    """Up to three parts, of which the first is needed, and the day until which."""

    from_1 = _day("From which day are you in touch less?")
    often_1 = forms.CharField(
        label="How often, from then on?",
        help_text="“Every second week”",
        max_length=200,
        error_messages={"required": "Say how often."},
    )
    from_2 = _day("And later even less, from", required=False)
    often_2 = forms.CharField(label="How often then?", max_length=200, required=False)
    from_3 = _day("And then, from", required=False)
    often_3 = forms.CharField(label="How often after that?", max_length=200, required=False)
    until = _day("On which day do you look back together?", help_text="Nothing ends by itself on that day.")
    words = forms.CharField(
        label="Anything else about it?",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for number in range(2, MOST_STAGES + 1):
            day, often = cleaned.get(f"from_{number}"), cleaned.get(f"often_{number}")
            if often and not day and f"from_{number}" not in self.errors:
                self.add_error(f"from_{number}", "Choose the day too.")
            if day and not often:
                self.add_error(f"often_{number}", "Say how often too.")
        return cleaned

    @property
    def stages(self) -> list[tuple[date, str]]:
        said = self.cleaned_data
        rows = [(said[f"from_{number}"], said[f"often_{number}"]) for number in range(1, MOST_STAGES + 1)]
        return [(day, often) for day, often in rows if day]


class EndingForm(forms.Form):
    """Nothing of it has to be said."""

    words = forms.CharField(
        label="A few words to each other",
        help_text="The other reads them once it has ended. Write nothing, if you like.",
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    wish = forms.ChoiceField(
        label="What would you like next?",
        help_text="You can change your mind at any time.",
        choices=LookBack.Wish.choices,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, is_member: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_member:
            del self.fields["wish"]


class WayBackForm(forms.Form):
    wish = forms.ChoiceField(label="Who would you like alongside you?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, same: str, **kwargs: Any) -> None:
        """`same` is the name of whoever was there last, where they could be again."""
        super().__init__(*args, **kwargs)
        field = self.fields["wish"]
        assert isinstance(field, forms.ChoiceField)
        again = [("same", f"{same} again, if there is a place")] if same else []
        field.choices = [("anew", "As I answered last time"), *again, ("peer", "A peer: someone who has been there")]
