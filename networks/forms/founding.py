"""Input to founding a network, asking for one, and settling later what it is for."""

from typing import Any

from django import forms

from networks.models import Network
from networks.queries import person_known_to
from people.forms import TopicsField
from people.models import Area, Person
from people.vocabulary import LANGUAGES


class PurposeForm(forms.Form):
    """What a network is for."""

    purpose = forms.CharField(
        label="What is it for?",
        help_text="One or two sentences. Everyone who looks for a network reads them.",
        error_messages={"required": "Say what it is for, in a sentence or two."},
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class JoiningForm(forms.Form):
    joining = forms.ChoiceField(
        label="How do people join?",
        choices=Network.Joining.choices,
        initial=Network.Joining.OPEN,
        widget=forms.RadioSelect,
    )


class KindForm(PurposeForm, JoiningForm):
    """What a network is for, where, in which languages, and how one comes in: what its hosts may change later."""

    topics = TopicsField(
        label="What is it about?",
        help_text="The network is suggested to people who named one of these. Choose a few.",
        required=False,
    )
    languages = forms.MultipleChoiceField(
        label="In which languages do people talk?",
        help_text="Leave it empty if that is open.",
        choices=LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    area = forms.ModelChoiceField(
        label="For which part of the service?",
        queryset=Area.objects.all(),
        empty_label="Everywhere",
        required=False,
    )
    first_look = forms.ChoiceField(
        label="Whose posts does a moderator read before others do?",
        choices=Network.FirstLook.choices,
        initial=Network.FirstLook.NEWCOMERS,
        widget=forms.RadioSelect,
    )


class AgreementForm(forms.Form):
    agreement = forms.CharField(
        label="House agreement",
        help_text="What members promise each other. They agree to it when they join.",
        error_messages={"required": "Write what members promise each other."},
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class NameForm(forms.Form):
    name = forms.CharField(
        label="What is the network called?",
        max_length=80,
        error_messages={"required": "Give the network a name."},
    )


class SensitiveForm(forms.Form):
    is_sensitive = forms.BooleanField(
        label="Being in it is a private matter",
        help_text="Then no e-mail names the network or says what is written there. Leave it ticked if in doubt.",
        initial=True,
        required=False,
    )


class FoundingForm(NameForm, KindForm, SensitiveForm, AgreementForm):
    """Everything about a network but who it is for by age, and who hosts it."""

    circle = forms.ChoiceField(
        label="Who may join?",
        choices=Network.Circle.choices,
        initial=Network.Circle.EVERYONE,
        widget=forms.RadioSelect,
    )
    field_order = [
        "name",
        "purpose",
        "topics",
        "languages",
        "area",
        "for_under_18s",
        "circle",
        "joining",
        "first_look",
        "is_sensitive",
        "agreement",
        "host",
        "host_name",
    ]


class HostedForm(forms.Form):
    """Who hosts it, found by their address; `founder` says whom they may find."""

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


class NetworkForm(HostedForm, FoundingForm):
    """What a network is, and who hosts it."""

    for_under_18s = forms.TypedChoiceField(
        label="Who is it for?",
        choices=[("adults", "Adults"), ("young", "People under 18")],
        initial="adults",
        coerce=lambda choice: choice == "young",
        widget=forms.RadioSelect,
    )


class IdeaForm(NameForm, PurposeForm, JoiningForm, AgreementForm):
    """What somebody would like to be founded, and to host."""

    host_name = forms.CharField(
        label="What should people there call you?",
        help_text="Choose a name you use nowhere else.",
        max_length=60,
        error_messages={"required": "Choose a name for this network."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    why = forms.CharField(
        label="Why is it needed, and who would come?",
        help_text="Only coordinators read this.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    field_order = ["name", "purpose", "why", "joining", "agreement", "host_name"]


class IdeaYesForm(FoundingForm):
    """The idea of an adult, as a coordinator founds it; whoever asked is its host."""


class YoungIdeaYesForm(HostedForm, FoundingForm):
    """The idea of somebody under 18: an adult is its host."""


class NoForm(forms.Form):
    answer = forms.CharField(
        label="What do you write to whoever asked?",
        help_text="Say why, kindly, and what there is instead.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write a few words to whoever asked."},
    )


class SettingsForm(KindForm):
    """What hosts may change."""

    field_order = ["purpose", "topics", "languages", "area", "joining", "first_look"]


class SettingsForCoordinatorsForm(NameForm, KindForm, SensitiveForm):
    """What coordinators may change too."""

    field_order = ["name", "purpose", "topics", "languages", "area", "joining", "first_look", "is_sensitive"]
