"""The words of a message, with the identity its page gave it."""

from typing import Any
from uuid import uuid4

from django import forms

from messaging.words import LONGEST, clean_words


class WordsField(forms.CharField):
    """Exactly what counts as words for the operation, so that a form and a socket refuse alike."""

    def clean(self, value: Any) -> str:
        return clean_words(str(value or ""))


class MessageForm(forms.Form):
    client_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    body = WordsField(
        label="Your message",
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": LONGEST, "dir": "auto", "enterkeyhint": "enter"}),
    )

    def with_new_identity(self) -> "MessageForm":
        """The same words, as a message that was not sent before."""
        return MessageForm({"body": self.data.get("body", ""), "client_id": str(uuid4())})
