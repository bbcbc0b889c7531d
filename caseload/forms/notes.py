"""Input to notes."""

from typing import Any

from django import forms

from caseload.models import Note

WORDS = forms.Textarea(attrs={"rows": 8})


class NoteForm(forms.Form):
    """`seen` is when the note was last changed as the page showed it; a new one has none."""

    body = forms.CharField(
        label="Your note",
        help_text="Write as if they read it: they may ask to, and the law lets them.",
        max_length=10_000,
        widget=WORDS,
        error_messages={"required": "Write something first."},
    )
    visibility = forms.ChoiceField(
        label="Who reads it?",
        choices=Note.Visibility.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who reads it."},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class SecrecyForm(forms.Form):
    """Asked for a reason only where a note is to be kept secret."""

    why = forms.CharField(
        label="Why must they not know of it?",
        help_text="Kept for good, with your name.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say why: it is kept with your name."},
    )

    def __init__(self, *args: Any, is_secret: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_secret:
            del self.fields["why"]


class NoteTemplateForm(forms.Form):
    title = forms.CharField(label="What is it for?", max_length=80, error_messages={"required": "Give it a name."})
    body = forms.CharField(
        label="The words a note begins with",
        max_length=5000,
        widget=WORDS,
        error_messages={"required": "Write the words it begins with."},
    )
