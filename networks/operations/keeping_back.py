"""Keeps back what was written, as measures in force say, and lets it be seen again when none does."""

import re
from collections.abc import Callable
from datetime import datetime
from itertools import count

from networks.machines import POST
from networks.models import Membership, Network, Post, Resource
from networks.models.standing import Standing
from networks.operations.first_look import has_become_visible
from networks.operations.standing import let_stand
from people.models import Person, StateChange
from safeguarding.models import Measure
from safeguarding.queries import kept_back_by

# Given in place of a name that is kept back.
NEUTRAL = re.compile(r"Member \d+")


def settle_words(measure: Measure, *, by: Person | None, at: datetime) -> None:
    """Let what the measure is about stand as all measures in force on it say together; twice changes nothing."""
    settle = KINDS.get(measure.subject_kind)
    if settle and measure.subject_reference.isdecimal():
        settle(measure, by, at)


def _kept_back_as(measure: Measure) -> str:
    """The strictest of what is in force on the same words: hidden, held, or shown."""
    kinds = set(kept_back_by(measure.subject_kind, measure.subject_reference).values_list("kind", flat=True))
    if Measure.Kind.HIDE in kinds:
        return Standing.HIDDEN
    return Standing.HELD if Measure.Kind.HOLD in kinds else Standing.SHOWN


def _is_for(measure: Measure, network: Network) -> bool:
    return measure.scope in ("", network.scope)


def _settle_post(measure: Measure, by: Person | None, at: datetime) -> None:
    found = Post.objects.select_for_update(of=("self",)).filter(pk=measure.subject_reference)
    post = found.select_related("thread__network", "thread__begun_by__person", "author__person").first()
    to = _kept_back_as(measure)
    # What its writer took back stays so; what waits is read by a moderator all the same.
    if post is None or not _is_for(measure, post.thread.network) or post.state in (to, Standing.WITHDRAWN):
        return
    if post.state == Standing.WAITING and to != Standing.HIDDEN:
        return
    seen_before = _was_ever_shown(post)
    let_stand(post, to, by=by, at=at)
    if to == Standing.SHOWN and not seen_before:
        has_become_visible(post, at=at)


def _was_ever_shown(post: Post) -> bool:
    changes = StateChange.objects.filter(machine=POST.name, subject=post.pk)
    # What was imported, or is of the demo, was shown from the beginning and has no history.
    return not changes.exists() or changes.filter(after=Standing.SHOWN).exists()


def _settle_resource(measure: Measure, by: Person | None, at: datetime) -> None:
    """A page that is kept back is removed, and comes back only if it was the measure that removed it."""
    page = Resource.objects.select_for_update(of=("self",)).filter(pk=measure.subject_reference).first()
    if page is None or not _is_for(measure, page.network):
        return
    if _kept_back_as(measure) != Standing.SHOWN:
        if page.removed_at is None:
            Resource.objects.filter(pk=page.pk).update(removed_at=measure.at)
    elif page.removed_at == measure.at:
        Resource.objects.filter(pk=page.pk).update(removed_at=None)


def _settle_name(measure: Measure, by: Person | None, at: datetime) -> None:
    """A name that is kept back is replaced by a neutral one, and comes back if it is still free."""
    found = Membership.objects.select_related("network").filter(pk=measure.subject_reference).first()
    if found is None or not _is_for(measure, found.network):
        return
    names = Network.objects.select_for_update(no_key=True).get(pk=found.network_id).memberships
    if _kept_back_as(measure) != Standing.SHOWN:
        if not NEUTRAL.fullmatch(found.chosen_name):
            taken = set(names.filter(chosen_name__startswith="Member ").values_list("chosen_name", flat=True))
            name = next(name for number in count(names.count() + 1) if (name := f"Member {number}") not in taken)
            Membership.objects.filter(pk=found.pk).update(chosen_name=name)
    elif NEUTRAL.fullmatch(found.chosen_name):
        before = measure.concern.evidence_text
        if not names.filter(chosen_name__iexact=before).exists():
            Membership.objects.filter(pk=found.pk).update(chosen_name=before)


KINDS: dict[str, Callable[[Measure, Person | None, datetime], None]] = {
    "post": _settle_post,
    "resource": _settle_resource,
    "name": _settle_name,
}
