"""Input to agreements, and to the words a service begins them with."""

from copy import copy
from typing import Any

from django import forms

from matching.models import Helper, Pairing
from people.models import Area
from people.vocabulary import Way
from support.rules import the_two
from support.terms import LONGEST_WITHOUT_REVIEW, PARTS, REVIEW_AFTER, Terms

LONGEST_PART = 3000
LONGEST_LINE = 200


def _part(name: str, hint: str, missing: str) -> forms.CharField:
    return forms.CharField(
        label=PARTS[name].format(member="the member", helper="the helper"),
        help_text=hint,
        max_length=LONGEST_PART,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": missing},
    )


def _line(name: str, hint: str, missing: str) -> forms.CharField:
    return forms.CharField(
        label=PARTS[name].format(member="the member", helper="the helper"),
        help_text=hint,
        max_length=LONGEST_LINE,
        error_messages={"required": missing},
    )


class TermsForm(forms.Form):
    """The parts of an agreement."""

    member_expects = _part("member_expects", "A line for each thing.", "Say what the member can expect.")
    helper_expects = _part("helper_expects", "A line for each thing.", "Say what the helper can expect.")
    how_often = _line("how_often", "“Once a week, for about an hour”", "Say how often.")
    ways = forms.MultipleChoiceField(
        label=PARTS["ways"],
        choices=Way.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one way."},
    )
    hours = _line("hours", "And how soon: “On weekdays, within two days”", "Say when there is an answer.")
    boundaries = _part("boundaries", "What neither of you expects of the other.", "Say what is not part of it.")
    shared_with = _part("shared_with", "Who else reads or hears what, and when.", "Say what is shared, and with whom.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        # Browsers send the line ends of another century.
        return {
            name: value.replace("\r\n", "\n") if isinstance(value, str) else value for name, value in cleaned.items()
        }

    @property
    def terms(self) -> Terms:
        said = self.cleaned_data
        return Terms(**{name: said[name] for name in PARTS if name != "ways"}, ways=tuple(said["ways"]))


class AgreementForm(TermsForm):
    """What one of the two proposes; `after` is the number of the version that was read before it was written."""

    why = forms.CharField(
        label="What is different, and why?",
        help_text="A sentence for the other, if you like.",
        max_length=300,
        required=False,
    )
    review_on = forms.DateField(
        label="When do you look at it again?",
        help_text="Both of you are reminded then. It goes on until you agree on something else.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Choose a day.", "invalid": "Give the day like 2026-12-31."},
    )
    after = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, pairing: Pairing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        member, helper = (str(person) for person in the_two(pairing))
        for name, title in PARTS.items():
            self.fields[name].label = title.format(member=member, helper=helper)
        if not self.get_initial_for_field(self.fields["after"], "after"):
            del self.fields["why"]

    def follow(self, error: forms.ValidationError, latest: int) -> None:
        """Say that the other was quicker, keep what was written, and let it follow theirs if it is sent once more."""
        self.add_error(None, error)
        data: Any = copy(self.data)
        data["after"] = str(latest)
        self.data = data


class TemplateForm(TermsForm):
    """The words for one kind of helper in one area; what they are for cannot be changed afterwards."""

    helper_kind = forms.ChoiceField(
        label="For whom", choices=[("", "Every kind of helper"), *Helper.Kind.choices], required=False
    )
    area = forms.ModelChoiceField(label="Where", queryset=Area.objects.none(), required=False)
    review_after_days = forms.IntegerField(
        label="After how many days do the two look at it again?",
        min_value=7,
        max_value=LONGEST_WITHOUT_REVIEW.days,
        initial=REVIEW_AFTER.days,
        error_messages={"required": "Give a number of days."},
    )
    field_order = ["helper_kind", "area"]

    def __init__(self, *args: Any, areas: Any = None, everywhere: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["area"]
        if areas is None:
            del self.fields["area"], self.fields["helper_kind"]
            return
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = areas
        field.required = not everywhere
        field.empty_label = "Everywhere" if everywhere else None
