"""Input to looking for a network."""

from django import forms


class SearchForm(forms.Form):
    word = forms.CharField(label="Find a network", max_length=80, required=False)
