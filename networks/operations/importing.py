"""The verb of moving house: bring threads from elsewhere into a network, their authors under new names."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import transaction

from networks.imports import ImportedPost, ImportedThread
from networks.machines import MEMBERSHIP
from networks.models import Membership, Network, Post, Thread
from networks.pseudonyms import pseudonyms
from people.models import Person
from people.operations import remember
from people.tables import TableError
from people.vocabulary import AgeGroup


class ThreadsAreFaulty(ValidationError):
    """Nothing was imported; each message names the line and the column."""

    def __init__(self, errors: Iterable[TableError]) -> None:
        super().__init__([str(error) for error in errors])


@dataclass(frozen=True)
class Imported:
    """How many were new."""

    people: int
    threads: int
    posts: int


@transaction.atomic
def import_threads(
    *,
    by: Person | None,
    network: Network,
    threads: Sequence[ImportedThread],
    at: datetime,
    tick: Callable[[], None] = lambda: None,
) -> Imported:
    """Add the threads, all or none; what is there already stays as it is, so twice changes nothing.

    `tick` is called once per thread. Nobody is told: these are old words.
    """
    people = Person.objects.in_bulk(_authors_of(threads), field_name="reference")
    known = Thread.objects.in_bulk([one.reference for one in threads], field_name="reference")
    if errors := [*_wrong_age(network, threads, people), *_elsewhere(network, threads, known)]:
        raise ThreadsAreFaulty(errors)
    newcomers = _make_people(_authors_of(threads), people)
    authors = _make_memberships(network, people | newcomers, by=by, at=at)
    written = set(Post.objects.filter(thread__network=network).values_list("client_id", flat=True))
    posts = 0
    for imported in threads:
        thread = known.get(imported.reference) or Thread(
            network=network,
            begun_by=authors[imported.posts[0].author],
            title=imported.title,
            reference=imported.reference,
            began_at=at,
        )
        posts += _add_posts(thread, imported, authors, written, at)
        tick()
    return Imported(len(newcomers), len(threads) - len(known), posts)


def _authors_of(threads: Sequence[ImportedThread]) -> list[str]:
    return list(dict.fromkeys(post.author for thread in threads for post in thread.posts))


def _wrong_age(network: Network, threads: Sequence[ImportedThread], people: dict[str, Person]) -> Iterable[TableError]:
    for thread in threads:
        for post in thread.posts:
            age = people[post.author].age_group if post.author in people else ""
            if age and (age == AgeGroup.UNDER_18) != network.for_under_18s:
                yield TableError(post.line, "author", "this person is not of the age the network is for")


def _elsewhere(network: Network, threads: Sequence[ImportedThread], known: dict[str, Thread]) -> Iterable[TableError]:
    for thread in threads:
        if thread.reference in known and known[thread.reference].network_id != network.pk:
            yield TableError(thread.line, "thread", "this thread is in another network already")


def _make_people(references: list[str], known: dict[str, Person]) -> dict[str, Person]:
    """People without an e-mail address, so that nobody can sign in as them."""
    names = pseudonyms("people", Person.objects.values_list("chosen_name", flat=True))
    made = Person.objects.bulk_create(
        Person(reference=reference, chosen_name=next(names), password=make_password(None))
        for reference in references
        if reference not in known
    )
    return {str(person.reference): person for person in made}


def _make_memberships(
    network: Network, people: dict[str, Person], *, by: Person | None, at: datetime
) -> dict[str, Membership]:
    """Each author under a name of this network only, in an order that follows no list of people."""
    present = {one.person_id: one for one in network.memberships.all()}
    names = pseudonyms(f"network {network.slug}", [one.chosen_name for one in present.values()])
    made = {
        person.pk: Membership(
            network=network,
            person=person,
            chosen_name=next(name for name in names if name != person.chosen_name),
            state=Membership.State.JOINED,
            since=at,
        )
        for person in people.values()
        if person.pk not in present
    }
    for membership in Membership.objects.bulk_create(made.values()):
        remember(membership, machine=MEMBERSHIP, before="", by=by, at=at, about=membership.person)
    everyone = present | made
    return {reference: everyone[person.pk] for reference, person in people.items()}


def _add_posts(
    thread: Thread,
    imported: ImportedThread,
    authors: dict[str, Membership],
    written: set[UUID],
    at: datetime,
) -> int:
    """Add the posts that are not there yet; who wrote what in which thread is a post's identity."""
    new = {_identity(imported, post): post for post in imported.posts}
    new = {client_id: post for client_id, post in new.items() if client_id not in written}
    if not new:
        return 0
    if thread.pk:
        thread = Thread.objects.select_for_update().get(pk=thread.pk)
    before = thread.last_seq
    thread.last_seq, thread.last_at = before + len(new), at
    thread.save()
    Post.objects.bulk_create(
        Post(
            thread=thread,
            seq=seq,
            author=authors[post.author],
            client_id=client_id,
            body=post.body,
            posted_at=at,
            state=Post.State.SHOWN,
        )
        for seq, (client_id, post) in enumerate(new.items(), start=before + 1)
    )
    return len(new)


def _identity(thread: ImportedThread, post: ImportedPost) -> UUID:
    return uuid5(NAMESPACE_URL, "\x00".join([thread.reference, post.author, post.body]))
