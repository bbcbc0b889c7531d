"""The files that go with a message: how many, and which a browser offers; what they are, the operation finds out."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from messaging.files import GivenFile

MOST_FILES = 4
# Asked for in these words a phone hands over its pictures as JPEG, also where it keeps them as HEIC.
ACCEPTED = "image/jpeg,image/png,image/gif,image/webp,application/pdf"


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.Field):
    """Cleans to a list of GivenFile."""

    widget = FilesInput(attrs={"accept": ACCEPTED})

    def clean(self, value: Sequence["UploadedFile[Any]"] | None) -> list[GivenFile]:
        given = list(value or [])
        if len(given) > MOST_FILES:
            raise ValidationError(f"These are {len(given)} files. A message can have {MOST_FILES}.")
        return [GivenFile(one.name or "", one.read()) for one in given]
