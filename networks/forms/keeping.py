"""Input to keeping a thread in order."""

from typing import Any

from django import forms

from networks.forms.writing import NoteField
from networks.models import Thread
from networks.operations import Arrangement
from networks.queries import tags_of


class NoteForm(forms.Form):
    sensitive_note = NoteField()


class ArrangementForm(forms.Form):
    """Begins with the thread as it is; cleans to an `Arrangement`."""

    is_pinned = forms.BooleanField(
        label="Pin it", help_text="It stands first in the list. Three threads can be pinned.", required=False
    )
    is_closed = forms.BooleanField(
        label="Close it to replies", help_text="Everybody can still read it. You can open it again.", required=False
    )
    is_announcement = forms.BooleanField(
        label="It is an announcement",
        help_text="The first time you mark it, every member gets one notice.",
        required=False,
    )
    tags = forms.MultipleChoiceField(label="Tags", required=False, widget=forms.CheckboxSelectMultiple)
    new_tag = forms.CharField(label="A new tag", max_length=30, required=False)
    sensitive_note = NoteField()

    def __init__(self, *args: Any, thread: Thread, **kwargs: Any) -> None:
        chosen = [tag.name for tag in thread.tags.all()]
        kwargs["initial"] = {
            "is_pinned": thread.pinned_at is not None,
            "is_closed": thread.closed_at is not None,
            "is_announcement": thread.is_announcement,
            "sensitive_note": thread.sensitive_note,
            "tags": chosen,
        }
        super().__init__(*args, **kwargs)
        names = [tag.name for tag in tags_of(thread.network)]
        if names:
            self.fields["tags"].choices = [(name, name) for name in names]  # type: ignore[attr-defined]
        else:
            del self.fields["tags"]

    def clean_new_tag(self) -> str:
        return " ".join(str(self.cleaned_data["new_tag"]).split())

    @property
    def arrangement(self) -> Arrangement:
        cleaned = dict(self.cleaned_data)
        tags, new = cleaned.pop("tags", []), cleaned.pop("new_tag")
        known = {tag.casefold() for tag in tags}
        return Arrangement(**cleaned, tags=[*tags, *([new] if new and new.casefold() not in known else [])])
