"""Input to joining a network, and to agreeing to its house agreement."""

from typing import Any

from django import forms

from networks.models import Network


class AgreeForm(forms.Form):
    """Carries the number of the agreement that was read, so that nobody agrees to another one."""

    agreed = forms.BooleanField(
        label="I agree to the house agreement",
        error_messages={"required": "To go on, agree to the house agreement."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def __init__(self, *args: Any, network: Network, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = network.agreement_version

    def renew(self, error: forms.ValidationError, network: Network) -> None:
        """Show what was wrong beside the agreement as it is now, to be agreed to once more."""
        self.add_error(None, error)
        if self.cleaned_data.get("version") != network.agreement_version:
            kept = {name: self.data.get(name) for name in self.data if name != "agreed"}
            self.data = kept | {"version": network.agreement_version}


class JoinForm(AgreeForm):
    """Who comes back is asked for no name: their posts carry the one they had."""

    chosen_name = forms.CharField(
        label="What should people in this network call you?",
        help_text="Choose a name you use nowhere else. Nobody can then tell who you are in other places.",
        max_length=60,
        error_messages={"required": "Choose a name for this network."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    field_order = ["chosen_name", "agreed", "version"]

    def __init__(self, *args: Any, keeps_name: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreed"].error_messages["required"] = "To join, agree to the house agreement."
        if keeps_name:
            del self.fields["chosen_name"]

    def said(self) -> dict[str, Any]:
        """What the verb of joining is given."""
        return {"chosen_name": self.cleaned_data.get("chosen_name", ""), "version": self.cleaned_data["version"]}
