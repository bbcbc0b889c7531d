"""Input to deciding on a personal budget."""

from django import forms

from support.forms.budgets import PoundsField


class AgreeForm(forms.Form):
    pence = PoundsField(label="How many pounds?", error_messages={"required": "Say how many pounds."})
    approves_itself_up_to = PoundsField(
        least=0,
        label="What costs no more than this needs no approval",
        help_text="In pounds; 0 where you would like to see everything.",
        error_messages={"required": "Say how many pounds, or 0."},
    )
