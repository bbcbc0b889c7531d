"""What to look for in one's own conversations."""

from django import forms

from messaging.finding import single_words

# A word of one letter finds everything, and what is longer than this is no longer a search.
SHORTEST, LONGEST = 2, 100


class SearchForm(forms.Form):
    q = forms.CharField(
        label="Search your messages",
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": "That is very long. Search for a few words of it."},
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    def clean_q(self) -> str:
        words = str(self.cleaned_data["q"])
        if words and len("".join(single_words(words))) < SHORTEST:
            raise forms.ValidationError("Type two letters or more.")
        return words
