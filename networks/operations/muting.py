"""Verbs of wanting to see less: mute a thread, a member or a word, and lift it. Nobody else is told."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from networks.models import Following, Membership, Muting, Network, Post, Thread
from networks.operations.authors import MayNotPost
from people.models import Person

SHORTEST = 2


class CannotBeMuted(ValidationError):
    """Oneself, or a word of one letter."""


@transaction.atomic
def mute_thread(*, by: Person, thread: Thread, at: datetime) -> Muting:
    """Leave it out of their lists; they do not follow it any more. Twice changes nothing."""
    me = _me(by, thread.network)
    Following.objects.filter(membership=me, thread=thread).delete()
    return Muting.objects.get_or_create(membership=me, thread=thread, defaults={"since": at})[0]


@transaction.atomic
def mute_author(*, by: Person, post: Post, at: datetime) -> Muting:
    """Fold what its author writes in this network, and leave out the threads they begin."""
    me = _me(by, post.thread.network)
    if post.author_id == me.pk:
        raise CannotBeMuted("You cannot mute yourself.")
    return Muting.objects.get_or_create(membership=me, member=post.author, defaults={"since": at})[0]


@transaction.atomic
def mute_word(*, by: Person, network: Network, word: str, at: datetime) -> Muting:
    """Fold every post of others with this word in it, in this network."""
    me = _me(by, network)
    word = " ".join(word.split()).lower()
    if len(word) < SHORTEST:
        raise CannotBeMuted({"word": "Give a word of two letters or more."})
    return Muting.objects.get_or_create(membership=me, word=word, defaults={"since": at})[0]


def lift_muting(*, by: Person, muting: Muting) -> None:
    Muting.objects.filter(pk=muting.pk, membership__person=by).delete()


def _me(person: Person, network: Network) -> Membership:
    me = Membership.objects.current().filter(person=person, network=network).first()
    if me is None:
        raise MayNotPost("Join this network first.")
    return me
