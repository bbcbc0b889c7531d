"""Keeps the pictures of posts: made anew, written before their rows, with what is to be seen on each."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError

from messaging.files import GivenFile
from messaging.operations import put_on
from networks.models import Picture, Post
from networks.shelf import PICTURES
from people.models import Person

MOST_PICTURES = 4


class TooManyPictures(ValidationError):
    """A post can have a few, or nobody on a poor line could read the thread."""


@dataclass(frozen=True)
class GivenPictures:
    """Pictures as they came, and of each in words what is to be seen on it."""

    files: Sequence[GivenFile] = ()
    alts: Sequence[str] = ()


NONE = GivenPictures()


def drawn_anew(given: GivenPictures, *, by: Person, at: datetime) -> AbstractContextManager[tuple[Picture, ...]]:
    """Clean and write these pictures, around the transaction that is to keep them; see `messaging.put_on`."""
    if len(given.files) > MOST_PICTURES:
        raise TooManyPictures(f"These are {len(given.files)} pictures. A post can have {MOST_PICTURES}.")
    return put_on(PICTURES, given.files, by=by, at=at)


def keep_pictures(post: Post, pictures: Sequence[Picture], alts: Sequence[str]) -> None:
    """Give a post its pictures, in the transaction in which it is written."""
    for one, alt in zip(pictures, alts, strict=True):
        one.post, one.alt = post, alt
    Picture.objects.bulk_create(pictures)


def has_the_same(post: Post, pictures: Sequence[Picture]) -> bool:
    """Whether the post has just these pictures, in this order."""
    return [one.sha256 for one in post.pictures.all()] == [one.sha256 for one in pictures]
