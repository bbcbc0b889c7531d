"""Input to voting: one option, any number, or an order; and to objecting."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from django import forms

from networks.counting import in_pounds
from networks.forms.writing import WritingForm
from networks.models import Decision, Option

ONE_AT_LEAST = "Choose at least one."
PLACES = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")


class VoteForm(forms.Form):
    """`choices`, once it is valid, are numbers of options."""

    def __init__(self, *args: Any, options: Sequence[Option], mine: Sequence[int] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named = [(str(one.number), _words(one)) for one in options]
        self.add_fields([str(number) for number in mine])

    def add_fields(self, mine: list[str]) -> None:
        self.fields["choice"] = forms.ChoiceField(
            label="Your vote",
            choices=self.named,
            initial=next(iter(mine), None),
            widget=forms.RadioSelect,
            error_messages={"required": "Choose one."},
        )

    @property
    def choices(self) -> list[int]:
        return [int(self.cleaned_data["choice"])]


class ManyForm(VoteForm):
    def add_fields(self, mine: list[str]) -> None:
        self.fields["choice"] = forms.MultipleChoiceField(
            label="Your vote: choose as many as you like",
            choices=self.named,
            initial=mine,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": ONE_AT_LEAST},
        )

    @property
    def choices(self) -> list[int]:
        return [int(number) for number in self.cleaned_data["choice"]]


class RankedForm(VoteForm):
    """A box for each place, which need no script; the later ones may stay empty."""

    def add_fields(self, mine: list[str]) -> None:
        for place, name in enumerate(PLACES[: len(self.named)]):
            self.fields[f"place_{place}"] = forms.ChoiceField(
                label=f"{name} choice",
                choices=[("", "Nothing"), *self.named],
                initial=mine[place] if place < len(mine) else "",
                required=place == 0,
                error_messages={"required": "Choose at least what you like best."},
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        places = list(self.fields)
        for before, name in pairwise(places):
            if said.get(name) and not said.get(before) and before not in self.errors:
                self.add_error(name, f"You left out “{self.fields[before].label}”: move this one up.")
        for place, name in enumerate(places):
            if said.get(name) and said[name] in [said.get(earlier) for earlier in places[:place]]:
                self.add_error(name, "This one has a place already.")
        return said

    @property
    def choices(self) -> list[int]:
        return [int(self.cleaned_data[name]) for name in self.fields if self.cleaned_data[name]]


VOTE_FORMS: dict[str, type[VoteForm]] = {
    Decision.Kind.SINGLE: VoteForm,
    Decision.Kind.CONSENT: VoteForm,
    Decision.Kind.MANY: ManyForm,
    Decision.Kind.BUDGET: ManyForm,
    Decision.Kind.RANKED: RankedForm,
}


class ObjectionForm(WritingForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # The reply form stands on the same page.
        kwargs.setdefault("auto_id", "id_objection_%s")
        super().__init__(*args, **kwargs)
        self.fields["body"].label = "What harm would it do?"
        self.fields["body"].help_text = "Your reason becomes a post in the discussion, where others answer it."
        self.fields["body"].widget.attrs["rows"] = 4
        self.fields["body"].error_messages["required"] = "Say why: an objection needs a reason."


def _words(option: Option) -> str:
    return option.title if option.cost is None else f"{option.title} ({in_pounds(option.cost)})"
