"""Input to goals and steps."""

from typing import Any

from django import forms

from support.models import Goal, Step


class GoalForm(forms.Form):
    words = forms.CharField(
        label="The goal, in a few words",
        help_text="“Go to the shop on my own”, “Understand my letters”",
        max_length=200,
        error_messages={"required": "Say what the goal is, in a few words."},
    )
    sign = forms.CharField(
        label="How would you notice that it is reached?",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    shown_as = forms.ChoiceField(
        label="How shall it be shown how far it is?",
        choices=Goal.ShownAs.choices,
        initial=Goal.ShownAs.STEPS,
        widget=forms.RadioSelect,
    )


class ChangeGoalForm(GoalForm):
    going = forms.CharField(
        label="How does it go at the moment?",
        help_text="In your own words, if you like.",
        max_length=300,
        required=False,
    )
    field_order = ["words", "sign", "going", "shown_as"]


class StepForm(forms.Form):
    words = forms.CharField(
        label="A small step",
        help_text="So small that it is likely to happen.",
        max_length=200,
        error_messages={"required": "Say what the step is, in a few words."},
    )
    whose = forms.ChoiceField(label="Who does it?", widget=forms.RadioSelect, initial=Step.Whose.MEMBER)
    by_when = forms.DateField(
        label="By when?",
        help_text="Leave it empty when it does not matter.",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Give the day like 2026-12-31."},
    )

    def __init__(self, *args: Any, member: str, helper: str, **kwargs: Any) -> None:
        """With nobody alongside (`helper` is empty) every step is the member's."""
        super().__init__(*args, **kwargs)
        whose = self.fields["whose"]
        assert isinstance(whose, forms.ChoiceField)
        whose.choices = [(Step.Whose.MEMBER, member), (Step.Whose.HELPER, helper), (Step.Whose.BOTH, "Both of you")]
        if not helper:
            whose.choices = [(Step.Whose.MEMBER, member)]
            whose.widget = forms.HiddenInput()
