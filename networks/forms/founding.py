"""Input to founding a network."""

from typing import Any

from django import forms

from networks.models import Network
from networks.queries import person_known_to
from people.models import Person


class NetworkForm(forms.Form):
    """What a network is, and who hosts it."""

    name = forms.CharField(
        label="What is the network called?",
        max_length=80,
        error_messages={"required": "Give the network a name."},
    )
    purpose = forms.CharField(
        label="What is it for?",
        help_text="One or two sentences. Everyone who looks for a network reads them.",
        error_messages={"required": "Say what it is for, in a sentence or two."},
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    agreement = forms.CharField(
        label="House agreement",
        help_text="What members promise each other. They agree to it when they join.",
        error_messages={"required": "Write what members promise each other."},
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    joining = forms.ChoiceField(
        label="How do people join?",
        choices=Network.Joining.choices,
        initial=Network.Joining.OPEN,
        widget=forms.RadioSelect,
    )
    for_under_18s = forms.TypedChoiceField(
        label="Who is it for?",
        choices=[("adults", "Adults"), ("young", "People under 18")],
        initial="adults",
        coerce=lambda choice: choice == "young",
        widget=forms.RadioSelect,
    )
    host = forms.EmailField(
        label="E-mail address of the host",
        help_text="Somebody in your area who has an account here.",
        error_messages={"required": "Give the e-mail address of the host."},
    )
    host_name = forms.CharField(
        label="Name of the host in this network",
        max_length=60,
        error_messages={"required": "Give the name the host goes by in this network."},
    )

    def __init__(self, *args: Any, founder: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.founder = founder

    def clean_host(self) -> Person:
        host = person_known_to(self.founder, self.cleaned_data["host"])
        if host is None:
            raise forms.ValidationError("We know nobody in your area with this address.")
        return host
