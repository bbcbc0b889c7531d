"""Input to writing in a network."""

from copy import copy
from typing import Any
from uuid import uuid4

from django import forms

from messaging.files import GivenFile
from networks.operations import MOST_PICTURES, GivenPictures

ACCEPTED = "image/jpeg,image/png,image/gif,image/webp"
NUMBERS = range(1, MOST_PICTURES + 1)
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
        # A copy of all there is, because what was sent cannot be changed, and several may be chosen of one name.
        data: Any = copy(self.data)
        data["client_id"] = str(uuid4())
        self.data = data
        if getattr(error, "code", "") == "contact_details":
            self.fields["sure"].widget = forms.CheckboxInput()


class PicturesForm(WritingForm):
    """With pictures, each beside what is to be seen on it; `clean` puts them together."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in NUMBERS:
            widget = forms.FileInput(attrs={"accept": ACCEPTED})
            self.fields[f"picture_{number}"] = forms.FileField(label=f"Picture {number}", required=False, widget=widget)
            self.fields[f"alt_{number}"] = forms.CharField(
                label=f"What is to be seen on picture {number}?", max_length=200, required=False
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        given = [(cleaned.pop(f"picture_{number}", None), cleaned.pop(f"alt_{number}", "")) for number in NUMBERS]
        chosen = [(GivenFile(file.name, file.read()), alt) for file, alt in given if file]
        cleaned["pictures"] = GivenPictures([file for file, _ in chosen], [alt for _, alt in chosen])
        return cleaned

    @property
    def of_pictures(self) -> list[forms.BoundField]:
        return [self[f"{name}_{number}"] for number in NUMBERS for name in ("picture", "alt")]

    @property
    def of_words(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field not in self.of_pictures]

    @property
    def picture_is_wrong(self) -> bool:
        return any(field.errors for field in self.of_pictures)


def sure_field() -> forms.BooleanField:
    """The second yes, which is only asked for where the words give away contact details."""
    return forms.BooleanField(label="Yes, send it with these details", required=False, widget=forms.HiddenInput)


class ReplyForm(PicturesForm):
    sure = sure_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].label = "Your reply"
        self.fields["body"].widget.attrs["rows"] = 5


class TitleField(forms.CharField):
    def __init__(self) -> None:
        super().__init__(
            label="Give it a title",
            help_text="A few words, so that others know what it is about.",
            max_length=150,
            error_messages={"required": "Give it a title, in a few words."},
        )


class NoteField(forms.CharField):
    """What one should know before one opens a thread."""

    def __init__(self) -> None:
        super().__init__(
            label="Is it about something hard?",
            help_text="“About self-harm”, for example. Others read this first and choose whether to open it.",
            max_length=120,
            required=False,
        )


class ThreadForm(PicturesForm):
    title = TitleField()
    sensitive_note = NoteField()
    field_order = ["title", "body", "sensitive_note"]


class EditForm(WritingForm):
    """Other words for what one wrote; the first post of a thread has its title with it."""

    client_id = None  # type: ignore[assignment]
    title = TitleField()
    field_order = ["title", "body"]

    def __init__(self, *args: Any, has_title: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].label = "What it says"
        if not has_title:
            del self.fields["title"]


class PrivateForm(WritingForm):
    """What is written to the hosts, or to some members."""

    title = TitleField()
    sure = sure_field()
    field_order = ["title", "body", "sure"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].label = "What is it about?"
        self.fields["title"].help_text = "A few words. Only those you write to see them."
