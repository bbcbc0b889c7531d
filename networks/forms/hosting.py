"""Input to hosting a network: its roles, its agreement, its invitations."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from networks.models import Membership, Network
from networks.queries import fellow_members, not_leading


class MemberChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Membership) -> str:
        return obj.chosen_name


class HostForm(forms.Form):
    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members: QuerySet[Membership] = fellow_members(network)
        self.fields["member"] = MemberChoice(
            members,
            label="Who should host too?",
            empty_label="Choose",
            error_messages={"required": "Choose who should host too."},
        )


class LeaderForm(forms.Form):
    """A prefix keeps it apart from the other choice of a member on the same page."""

    prefix = "leader"
    trained_on = forms.DateField(
        label="When were they trained to lead?",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Say when they were trained."},
    )
    field_order = ["member", "trained_on"]

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members: QuerySet[Membership] = not_leading(network)
        self.fields["member"] = MemberChoice(
            members,
            label="Who leads courses here?",
            empty_label="Choose",
            error_messages={"required": "Choose who leads."},
        )
        self.order_fields(self.field_order)

    def clean_trained_on(self) -> date:
        trained_on: date = self.cleaned_data["trained_on"]
        if trained_on > timezone.localdate():
            raise forms.ValidationError("This day has not come yet.")
        return trained_on


class NewAgreementForm(forms.Form):
    """Carries the number of the agreement that is being changed."""

    text = forms.CharField(
        label="House agreement",
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": "Write what members promise each other."},
    )
    why = forms.CharField(
        label="What is different, and why?",
        help_text="One or two sentences. Every member reads them before agreeing.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say what is different, and why."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def clean_text(self) -> str:
        # Browsers send the line ends of another century.
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")


class InvitationForm(forms.Form):
    may_be_used = forms.IntegerField(
        label="How many people may come in by it?",
        min_value=1,
        max_value=200,
        initial=1,
        error_messages={"required": "Say how many people may use it."},
    )
    days = forms.IntegerField(
        label="For how many days is it good?",
        min_value=1,
        max_value=90,
        initial=14,
        error_messages={"required": "Say for how many days."},
    )
    note = forms.CharField(
        label="For whom is it?",
        help_text="Only for your own list: “the Tuesday group”. Leave out names.",
        max_length=80,
        required=False,
    )
