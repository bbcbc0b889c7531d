"""Input to writing in a network."""

from typing import Any
from uuid import uuid4

from django import forms

FORMATTING = "Plain words are fine. If you like: **bold**, “-” begins a list, “&gt;” a quotation."


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

    def renew(self, error: Exception) -> None:
        """Show what was wrong, or why not now, and let the same words be sent once more as something new."""
        self.add_error(None, error if isinstance(error, forms.ValidationError) else str(error))
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
