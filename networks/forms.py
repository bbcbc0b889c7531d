"""Input to networks: how to join, what to write, what to found, whom to make a host."""

from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet

from networks.models import Membership, Network
from networks.queries import fellow_members, person_known_to
from people.models import Person

FORMATTING = "Plain words are fine. If you like: **bold**, “-” begins a list, “&gt;” a quotation."


class SearchForm(forms.Form):
    word = forms.CharField(label="Find a network", max_length=80, required=False)


class JoinForm(forms.Form):
    """Who comes back is asked for no name: their posts carry the one they had."""

    chosen_name = forms.CharField(
        label="What should people in this network call you?",
        help_text="Choose a name you use nowhere else. Nobody can then tell who you are in other places.",
        max_length=60,
        error_messages={"required": "Choose a name for this network."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    agreed = forms.BooleanField(
        label="I agree to the house agreement",
        error_messages={"required": "To join, agree to the house agreement."},
    )

    def __init__(self, *args: Any, keeps_name: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if keeps_name:
            del self.fields["chosen_name"]


class WritingForm(forms.Form):
    """`client_id` is made with the page, so that pressing twice writes once."""

    body = forms.CharField(
        label="What would you like to say?",
        help_text=FORMATTING,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": "Write something first."},
    )
    client_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def clean_body(self) -> str:
        # Browsers send the line ends of another century.
        return str(self.cleaned_data["body"]).replace("\r\n", "\n")

    def renew(self, error: forms.ValidationError) -> None:
        """Show what was wrong, and let the same words be sent once more as something new."""
        self.add_error(None, error)
        self.data = {name: self.data.get(name) for name in self.data} | {"client_id": str(uuid4())}


class ReplyForm(WritingForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].label = "Your reply"
        self.fields["body"].widget.attrs["rows"] = 5


class ThreadForm(WritingForm):
    title = forms.CharField(
        label="Give it a title",
        help_text="A few words, so that others know what it is about.",
        max_length=150,
        error_messages={"required": "Give it a title, in a few words."},
    )
    field_order = ["title", "body"]


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
