"""Input to moving a whole caseload: with whom each goes on."""

from collections.abc import Sequence
from typing import Any

from django import forms

from caseload.forms.covering import said_of
from matching.models import Helper, Pairing
from matching.queries import Caseload, Other

# What is chosen for whoever goes on with nobody else for now.
STAYS = "stays"
CHOOSE_AGAIN = "Things have changed meanwhile. Choose again."


class ReassignForm(forms.Form):
    """One choice for each person, with the place the matcher found chosen beforehand."""

    words = forms.CharField(
        label="Why",
        help_text="Everybody who goes on with somebody else reads this.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say in a sentence why, so that nobody has to guess."},
    )

    def __init__(self, *args: Any, caseload: Caseload, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {name_of(one.pairing): one for one in caseload.people if one.choices}
        for name, one in self.rows.items():
            self.fields[name] = forms.ChoiceField(
                label=str(one.pairing.request.person),
                help_text=" ".join(one.choices[0].why),
                choices=[*choices_of(one.choices), (STAYS, f"Stays with {one.pairing.helper} for now")],
                initial=str(one.choices[0].helper.pk),
                error_messages={"required": CHOOSE_AGAIN, "invalid_choice": CHOOSE_AGAIN},
            )

    def going(self) -> Sequence[tuple[Pairing, Helper]]:
        return [
            (one.pairing, next(each.helper for each in one.choices if str(each.helper.pk) == self.cleaned_data[name]))
            for name, one in self.rows.items()
            if self.cleaned_data[name] != STAYS
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and all(cleaned.get(name) == STAYS for name in self.rows):
            self.add_error(None, "Everybody would stay. Choose somebody for one of them at least.")
        return cleaned


def name_of(pairing: Pairing) -> str:
    return f"pairing_{pairing.pk}"


def choices_of(others: Sequence[Other]) -> list[tuple[str, str]]:
    return [(str(other.helper.pk), said_of(other)) for other in others]
