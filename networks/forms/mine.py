"""Input to wanting to see less, and to what is not finished."""

from django import forms

from messaging.forms import SearchForm
from networks.models import Membership


class MutingForm(forms.Form):
    word = forms.CharField(
        label="Mute a word",
        help_text="Posts of others with this word in them are folded here. Nobody is told.",
        max_length=40,
        error_messages={"required": "Give a word."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class DraftForm(forms.Form):
    """Whatever somebody has typed so far; nothing in it can be wrong."""

    title = forms.CharField(required=False)
    body = forms.CharField(required=False, strip=False)
    thread = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)


class WordsForm(SearchForm):
    """What to look for in one's networks."""


class DigestForm(forms.Form):
    digest = forms.ChoiceField(
        label="A mail of what is new here", choices=Membership.Digest.choices, widget=forms.RadioSelect
    )
