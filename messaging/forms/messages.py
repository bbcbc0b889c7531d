"""The words of a message, with the identity its page gave it."""

from typing import Any
from uuid import uuid4

from django import forms

from messaging.forms.files import FilesField
from messaging.words import LONGEST, clean_words


class WordsField(forms.CharField):
    """Exactly what counts as words for the operation, so that a form and a socket refuse alike."""

    may_be_empty = False

    def clean(self, value: Any) -> str:
        return clean_words(str(value or ""), may_be_empty=self.may_be_empty)


class MessageForm(forms.Form):
    client_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    body = WordsField(
        label="Your message",
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": LONGEST, "dir": "auto", "enterkeyhint": "enter"}),
    )

    # Beside it a form has `files` of its own: what came.
    files = FilesField(  # type: ignore[assignment]
        label="Pictures or PDFs",
        help_text="Up to four of 5 MB each. Where a picture was taken, and with what, is removed.",
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = self.fields["body"]
        assert isinstance(words, WordsField)
        words.may_be_empty = bool(self.files)

    def with_new_identity(self) -> "MessageForm":
        """The same words, as a message that was not sent before."""
        return MessageForm({"body": self.data.get("body", ""), "client_id": str(uuid4())})
