"""The words of a message, with the identity its page gave it."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from messaging.forms.files import FilesField
from messaging.words import LONGEST, clean_words


class WordsField(forms.CharField):
    """Exactly what counts as words for the operation, so that a form and a socket refuse alike."""

    may_be_empty = False

    def clean(self, value: Any) -> str:
        return clean_words(str(value or ""), may_be_empty=self.may_be_empty)


class MessageForm(forms.Form):
    # Files may go without words, which only the server can know; so no browser is told that words must be there.
    use_required_attribute = False

    client_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    body = WordsField(
        label="Your message",
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": LONGEST, "dir": "auto", "enterkeyhint": "enter"}),
    )
    # The message this one answers; 0 and nothing are none.
    reply_to = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**53)
    # That they may go although they give away how to reach somebody elsewhere.
    sure = forms.BooleanField(required=False)

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

    def clean_reply_to(self) -> int:
        return self.cleaned_data["reply_to"] or 0

    def with_new_identity(self) -> "MessageForm":
        """The same words, as a message that was not sent before."""
        kept = {name: self.data.get(name, "") for name in ("body", "reply_to")}
        return MessageForm({**kept, "client_id": str(uuid4())})


class WordsForm(forms.Form):
    """Other words for a message that was sent; `sure` is asked where they give away how to reach somebody."""

    body = WordsField(
        label="Your message",
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST, "dir": "auto"}),
    )
    sure = forms.BooleanField(label="Save it anyway", required=False, widget=forms.HiddenInput)

    def ask_whether_sure(self, error: ValidationError) -> None:
        self.fields["sure"].widget = forms.CheckboxInput()
        self.add_error("sure", error)
