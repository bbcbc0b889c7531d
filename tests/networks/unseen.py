"""The ways in which somebody does not see, or does not want to see, what another wrote in a thread."""

from collections.abc import Callable

from networks.models import Membership, Muting, Post, Thread
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW

# By what happened; `one` is who does not see it, `other` who wrote it.
UNSEEN: dict[str, Callable[[Thread, Membership, Membership], object]] = {
    "blocked": lambda thread, one, other: block(by=one.person, person=other.person, known_as="x", at=NOW),
    "blocked the other way": lambda thread, one, other: block(by=other.person, person=one.person, known_as="x", at=NOW),
    "muted thread": lambda thread, one, other: Muting.objects.create(membership=one, thread=thread, since=NOW),
    "muted member": lambda thread, one, other: Muting.objects.create(membership=one, member=other, since=NOW),
    "muted word": lambda thread, one, other: Muting.objects.create(membership=one, word="reply", since=NOW),
    "waiting": lambda thread, one, other: Post.objects.filter(author=other).update(state="waiting"),
    "held": lambda thread, one, other: Post.objects.filter(author=other).update(state="held"),
    "hidden": lambda thread, one, other: Post.objects.filter(author=other).update(state="hidden"),
    "withdrawn": lambda thread, one, other: Post.objects.filter(author=other).update(state="withdrawn"),
    "thread held": lambda thread, one, other: Thread.objects.update(standing="held"),
    "thread hidden": lambda thread, one, other: Thread.objects.update(standing="hidden"),
    "private": lambda thread, one, other: Thread.objects.update(kind="private"),
    "left": lambda thread, one, other: Membership.objects.filter(pk=one.pk).update(state="left"),
    "removed": lambda thread, one, other: Membership.objects.filter(pk=one.pk).update(state="removed"),
    "banned": lambda thread, one, other: Membership.objects.filter(pk=one.pk).update(state="banned"),
    "too young": lambda thread, one, other: Person.objects.filter(pk=one.person_id).update(age_group="under_18"),
    "not active": lambda thread, one, other: Person.objects.filter(pk=one.person_id).update(is_active=False),
}
