"""Input to the pages a network keeps: their words, what to compare, how long a look holds."""

from typing import Any

from django import forms

from networks.models import Resource

LONGEST_PAGE = 20_000
FORMATTING = (
    "Plain words are fine. If you like: **bold**, “-” begins a list, “&gt;” a quotation, "
    "[words](https://…) a link. We look every week whether links still lead somewhere."
)


class FindResourceForm(forms.Form):
    word = forms.CharField(label="Find a page", max_length=80, required=False)


class ResourceForm(forms.Form):
    title = forms.CharField(
        label="Title",
        help_text="What somebody would look for: “Asking for a blue badge”.",
        max_length=150,
        error_messages={"required": "Give it a title, in a few words."},
    )
    body = forms.CharField(
        label="What the page says",
        help_text=FORMATTING,
        max_length=LONGEST_PAGE,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": "Write what the page says."},
    )

    def clean_body(self) -> str:
        # Browsers send the line ends of another century.
        return str(self.cleaned_data["body"]).replace("\r\n", "\n")


class ChangeResourceForm(ResourceForm):
    """`version` is the one the writer began from, so that nobody's change is lost."""

    why = forms.CharField(
        label="What have you changed?",
        help_text="A few words for the history: “New telephone number”.",
        max_length=150,
        error_messages={"required": "Say in a few words what you changed."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)

    def begin_from(self, now: Resource) -> None:
        """Keep what was written, and let it be saved over the page as it is now."""
        self.data = {name: self.data.get(name) for name in self.data} | {"version": str(now.version)}


class ReviewForm(forms.Form):
    months = forms.TypedChoiceField(
        label="When should somebody look again?",
        choices=[(6, "In six months"), (12, "In a year")],
        initial=12,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose when somebody should look again."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)


class CompareForm(forms.Form):
    """Two versions of one page."""

    before = forms.TypedChoiceField(label="From", coerce=int)
    after = forms.TypedChoiceField(label="To", coerce=int)

    def __init__(self, *args: Any, newest: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbers = [(number, f"Version {number}") for number in range(newest, 0, -1)]
        for name in ("before", "after"):
            field = self.fields[name]
            assert isinstance(field, forms.TypedChoiceField)
            field.choices = numbers
