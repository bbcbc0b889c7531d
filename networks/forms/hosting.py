"""Input to hosting a network."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from networks.models import Membership, Network
from networks.queries import fellow_members


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
