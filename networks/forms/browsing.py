"""Input to looking for a network."""

from django import forms

from people.models import Area, Topic
from people.vocabulary import LANGUAGES


class SearchForm(forms.Form):
    word = forms.CharField(label="Find a network", max_length=80, required=False)
    area = forms.ModelChoiceField(
        label="Where", queryset=Area.objects.all(), to_field_name="slug", empty_label="Everywhere", required=False
    )
    language = forms.ChoiceField(label="Language", choices=[("", "Any language"), *LANGUAGES], required=False)
    topic = forms.ModelChoiceField(
        label="About", queryset=Topic.objects.all(), to_field_name="slug", empty_label="Anything", required=False
    )
