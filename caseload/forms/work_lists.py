"""Input to a work list."""

from django import forms

from caseload.queries.desk import KINDS


class WorkListForm(forms.Form):
    name = forms.CharField(
        label="What shall the list be called?",
        help_text="For example “North, no offer yet”. Only you see it.",
        max_length=60,
        error_messages={"required": "Give the list a name."},
    )


class NewWorkListForm(WorkListForm):
    # Empty for the whole desk.
    section = forms.ChoiceField(
        required=False,
        widget=forms.HiddenInput,
        choices=[("", "The whole desk"), *((kind.slug, kind.title) for kind in KINDS)],
    )
