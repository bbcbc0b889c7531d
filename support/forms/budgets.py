"""Input to personal budgets. Sums are written in pounds and kept in pence."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from messaging.forms.files import FilesField
from support.money import in_pence


class PoundsField(forms.CharField):
    """Cleans to whole pence."""

    def __init__(self, *, least: int = 1, **kwargs: Any) -> None:
        self.least = least
        super().__init__(max_length=12, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kwargs)

    def clean(self, value: Any) -> int:
        pence = in_pence(str(super().clean(value)))
        if pence is None or pence < self.least:
            raise ValidationError("Write a sum in pounds, such as 12 or 12.50.")
        return pence


class BudgetForm(forms.Form):
    purpose = forms.CharField(
        label="What is it for, in a few words?",
        max_length=120,
        error_messages={"required": "Say what it is for."},
    )
    plan = forms.CharField(
        label="How would you use it?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Say how you would use it."},
    )
    pence = PoundsField(label="How many pounds?", error_messages={"required": "Say how many pounds."})


class SpendingForm(forms.Form):
    words = forms.CharField(
        label="What was paid for?", max_length=200, error_messages={"required": "Say what was paid for."}
    )
    pence = PoundsField(label="How many pounds?", error_messages={"required": "Say how many pounds."})
    on = forms.DateField(
        label="On which day?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Choose the day.", "invalid": "Give the day like 2026-12-31."},
    )
    receipts = FilesField(label="Receipts", help_text="Pictures or PDFs, up to four.", required=False)
