"""Input to putting something to the network: a poll, a proposal, a sum of money, a petition."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms

from networks.forms.writing import TitleField, WritingForm
from networks.models import Decision
from networks.operations import Choice

FEWEST_OPTIONS = 2
MOST_OPTIONS = 30
LONGEST_TITLE = 120
LONGEST_DAYS = 60
MOST_PENCE = 1_000_000_000
# "£1,200.50", "40", "40.5"
SUM = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?")


class DecisionForm(WritingForm):
    """What every kind asks: its words, how long it is open, and whether one sees who voted how."""

    title = TitleField()
    days = forms.IntegerField(
        label="For how many days is it open?",
        help_text=f"From 1 to {LONGEST_DAYS}. It is counted by itself when they are over.",
        min_value=1,
        max_value=LONGEST_DAYS,
        initial=7,
        error_messages={"required": "Say for how many days."},
    )
    is_secret = forms.TypedChoiceField(
        label="Who sees who voted how?",
        choices=[
            ("secret", "Nobody: a secret vote, which cannot be changed once it is cast"),
            ("open", "Members: an open vote, which one may change until it closes"),
        ],
        initial="secret",
        coerce=lambda choice: choice == "secret",
        widget=forms.RadioSelect,
    )
    field_order = ["title", "body", "options", "projects", "total", "signatures_needed", "days", "is_secret"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].label = "What is it about, and why?"
        self.fields["body"].widget.attrs["rows"] = 5

    def clean(self) -> dict[str, Any]:
        """What `open_decision` takes."""
        said = super().clean() or {}
        for rows in ("options", "projects"):
            if rows in said:
                said["choices"] = said.pop(rows)
        return said


class PollForm(DecisionForm):
    options = forms.CharField(
        label="What can be chosen?",
        help_text="One option a line.",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Write the options, one a line."},
    )

    def clean_options(self) -> list[Choice]:
        return _rows(self.cleaned_data["options"], lambda words: Choice(_title(words)))


class ConsentForm(DecisionForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Whoever objects does so by name, with a reason.
        del self.fields["is_secret"]

    def clean(self) -> dict[str, Any]:
        return super().clean() | {"is_secret": False}


class BudgetForm(DecisionForm):
    total = forms.DecimalField(
        label="How many pounds are there in all?",
        min_value=Decimal(1),
        max_value=Decimal(MOST_PENCE // 100),
        decimal_places=2,
        error_messages={"required": "Say how many pounds there are."},
    )
    projects = forms.CharField(
        label="Which projects can be chosen?",
        help_text="One project a line, then a line “|” and what it costs in pounds, like this: A new kettle | 40",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Write the projects, one a line."},
    )

    def clean_total(self) -> int:
        return int(self.cleaned_data["total"] * 100)

    def clean_projects(self) -> list[Choice]:
        return _rows(self.cleaned_data["projects"], _project)

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        total = said.get("total")
        for choice in said.get("choices", []):
            if total is not None and (choice.cost or 0) > total:
                self.add_error("projects", f"“{choice.title}” costs more than there is in all.")
        return said


class PetitionForm(DecisionForm):
    is_secret = forms.TypedChoiceField(
        label="Who sees who signed?",
        choices=[
            ("secret", "Nobody: only how many"),
            ("open", "Members: the names they have in this network"),
        ],
        initial="secret",
        coerce=lambda choice: choice == "secret",
        widget=forms.RadioSelect,
    )
    signatures_needed = forms.IntegerField(
        label="How many signatures send it to the service?",
        help_text="The service then promises an answer within 28 days.",
        min_value=2,
        max_value=10_000,
        initial=10,
        error_messages={"required": "Say how many signatures it needs."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].label = "What do you ask the service for, and why?"


FORMS: dict[str, type[DecisionForm]] = {
    Decision.Kind.SINGLE: PollForm,
    Decision.Kind.MANY: PollForm,
    Decision.Kind.RANKED: PollForm,
    Decision.Kind.CONSENT: ConsentForm,
    Decision.Kind.BUDGET: BudgetForm,
    Decision.Kind.PETITION: PetitionForm,
}


def _rows(text: str, read: Callable[[str], Choice]) -> list[Choice]:
    """One choice a line; what is wrong with a line is said with its number."""
    choices: list[Choice] = []
    for number, line in enumerate(text.splitlines(), start=1):
        words = " ".join(line.split())
        if not words:
            continue
        try:
            choice = read(words)
        except ValueError as error:
            raise forms.ValidationError(f"Line {number}: {error}") from None
        if choice.title.casefold() in {one.title.casefold() for one in choices}:
            raise forms.ValidationError(f"Line {number}: “{choice.title}” is there already.")
        choices.append(choice)
    if not FEWEST_OPTIONS <= len(choices) <= MOST_OPTIONS:
        raise forms.ValidationError(f"Write from {FEWEST_OPTIONS} to {MOST_OPTIONS} lines, one for each.")
    return choices


def _title(words: str) -> str:
    if len(words) > LONGEST_TITLE:
        raise ValueError(f"keep it to {LONGEST_TITLE} letters; the rest belongs into the words above.")
    return words


def _project(words: str) -> Choice:
    title, _, cost = (part.strip() for part in words.rpartition("|"))
    found = SUM.fullmatch(cost)
    if not title or found is None:
        raise ValueError("say what it costs, like this: A new kettle | 40")
    pence = int(found[1].replace(",", "")) * 100 + int((found[2] or "0").ljust(2, "0"))
    if not 0 < pence <= MOST_PENCE:
        raise ValueError("it must cost something, and less than ten million pounds.")
    return Choice(_title(title), pence)


class ReasonForm(forms.Form):
    because = forms.CharField(
        label="Why do you take it back?",
        help_text="Everybody in the network can read it.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Give a reason, in a sentence or two."},
    )


class WhatChangedForm(forms.Form):
    words = forms.CharField(
        label="What has changed?",
        help_text="Members read it on the decision's page, below what was told before.",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Say what has changed."},
    )


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label="The service's answer",
        help_text="All members of the network can read it. It cannot be changed afterwards.",
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Write the answer."},
    )
