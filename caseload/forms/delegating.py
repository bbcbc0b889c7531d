"""Input to who coordinates an area: by which name to look for somebody."""

from django import forms


class NameForm(forms.Form):
    name = forms.CharField(label="Somebody’s name", max_length=120)
