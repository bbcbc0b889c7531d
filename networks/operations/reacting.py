"""The verb of a small kindness: react to a post without words, or no longer."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from networks.models import Post, Reaction
from networks.operations.authors import author_in
from networks.operations.changing import hold_post
from networks.operations.standing import tell_changed
from networks.rules import may_react
from people.models import Person


class MayNotReact(PermissionDenied):
    """To one's own words, and to what is kept back, nobody reacts."""


class NoSuchReaction(ValidationError):
    """There are three ways to react, so that each is kind."""


@transaction.atomic
def react_to_post(*, by: Person, post: Post, kind: str, on: bool, at: datetime) -> None:
    """React in one of three ways, or take it back; a second press of the same changes nothing."""
    if kind not in Reaction.Kind.values:
        raise NoSuchReaction("There is no such reaction.")
    me = author_in(post.thread.network, by, at)
    now = hold_post(post)
    if not may_react(me, now):
        raise MayNotReact("You can react to what others wrote, while everybody sees it.")
    mine = Reaction.objects.filter(post=now, by=me, kind=kind)
    if mine.exists() != on:
        if on:
            Reaction.objects.create(post=now, by=me, kind=kind)
        else:
            mine.delete()
        tell_changed(now)
