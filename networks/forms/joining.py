"""Input to joining a network."""

from typing import Any

from django import forms


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
