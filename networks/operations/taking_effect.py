"""Lets a measure take effect in the networks it is for, and ends the effect, in the measure's own transaction."""

from datetime import datetime

from messaging.news import tell
from networks.machines import MEMBERSHIP
from networks.models import Membership, Network
from networks.operations.joining import lose_parts
from networks.operations.keeping_back import settle_words
from networks.operations.standing_in import tell_of_no_host
from networks.rules import muted_until
from people.models import Person, StateChange
from people.operations import move
from safeguarding.models import Appeal, Measure, Moderator
from safeguarding.operations import let_moderate
from safeguarding.queries import in_force_about

State = Membership.State


def let_take_effect(*, measure: Measure, by: Person | None, at: datetime) -> None:
    """Keep back the words, or touch somebody's part in each network of the measure's scope; twice changes nothing."""
    if measure.kind in Measure.ON_WORDS:
        settle_words(measure, by=by, at=at)
        return
    for membership in _touched_by(measure):
        match measure.kind:
            case Measure.Kind.MUTE:
                _settle_mute(membership, at)
            case Measure.Kind.REMOVE:
                _put_out(membership, State.REMOVED, by=by, at=at)
            case Measure.Kind.BAN:
                _put_out(membership, State.BANNED, by=by, at=at)


def end_effect(*, measure: Measure, by: Person | None, at: datetime) -> None:
    """End exactly what it did, as far as no other measure holds."""
    if measure.kind in Measure.ON_WORDS:
        settle_words(measure, by=by, at=at)
        return
    for membership in _touched_by(measure):
        match measure.kind:
            case Measure.Kind.MUTE:
                _settle_mute(membership, at)
            case Measure.Kind.REMOVE | Measure.Kind.BAN:
                _let_back(membership, measure, by=by, at=at)


def _touched_by(measure: Measure) -> list[Membership]:
    """The person's parts in the networks it is for, held in one order as everybody holds them who comes or goes."""
    parts = Membership.objects.filter(person=measure.about_id).select_related("network", "person").order_by("network")
    if measure.about_id is None:
        return []
    found = [one for one in parts if measure.scope in ("", one.network.scope)]
    held = [one.network_id for one in found]
    list(Network.objects.select_for_update(no_key=True).filter(pk__in=held).order_by("pk"))
    return [Membership.objects.select_related("network", "person").get(pk=one.pk) for one in found]


def _in_force(membership: Membership, kind: str, at: datetime) -> list[Measure]:
    return list(in_force_about(membership.person, membership.network.scope, at).filter(kind=kind))


def _settle_mute(membership: Membership, at: datetime) -> None:
    """Until the last of the mutes in force ends."""
    membership.muted_until = muted_until(membership.person, membership.network, at)
    membership.save(update_fields=["muted_until"])


def _put_out(membership: Membership, to: str, *, by: Person | None, at: datetime) -> None:
    """Out of the network at once: no part of theirs stays, and their open pages hear that they are to stop.

    Who only asked to join is not let in; who has left is not taken out, and a ban keeps everybody out.
    """
    if to == State.REMOVED:
        to = {State.JOINED: State.REMOVED, State.ASKED: State.REFUSED}.get(State(membership.state), to)
    if not MEMBERSHIP.allows(membership.state, to) or (to == State.REMOVED and membership.state != State.JOINED):
        return
    was_in, was_host = membership.state == State.JOINED, membership.is_host
    _go(membership, to, by=by, at=at)
    lose_parts(membership, by=by, at=at)
    if was_in:
        tell([membership.person_id], {"type": "network.left", "network": membership.network_id})
    if was_host:
        tell_of_no_host(membership.network, at)


def _let_back(membership: Membership, measure: Measure, *, by: Person | None, at: datetime) -> None:
    """Where it was wrong they are in again as they were; else they may come back as anybody may who has left."""
    banned = _in_force(membership, Measure.Kind.BAN, at)
    removed = _in_force(membership, Measure.Kind.REMOVE, at)
    out = {Measure.Kind.REMOVE: State.REMOVED, Measure.Kind.BAN: State.BANNED}[Measure.Kind(measure.kind)]
    if membership.state != out or banned or (removed and out == State.REMOVED):
        return
    if removed:
        _go(membership, State.REMOVED, by=by, at=at)
    elif _was_wrong(measure) and _was_in_before(membership):
        _go(membership, State.JOINED, by=by, at=at)
        _host_again(membership, measure, at)
    else:
        _go(membership, State.LEFT, by=by, at=at)


def _go(membership: Membership, to: str, *, by: Person | None, at: datetime) -> None:
    move(membership, to, machine=MEMBERSHIP, by=by, at=at, about=membership.person)
    membership.since = at
    membership.save(update_fields=["since"])


def _was_wrong(measure: Measure) -> bool:
    return Appeal.objects.filter(measure=measure, state=Appeal.State.UPHELD).exists()


def _was_in_before(membership: Membership) -> bool:
    """Whether it was being in the network that they lost, and not for example their asking to join."""
    changes = StateChange.objects.filter(machine=MEMBERSHIP.name, subject=membership.pk)
    lost = changes.filter(after__in=[State.REMOVED, State.BANNED]).exclude(before__in=[State.REMOVED, State.BANNED])
    last = lost.order_by("-at", "-pk").first()
    return last is not None and last.before == State.JOINED


def _host_again(membership: Membership, measure: Measure, at: datetime) -> None:
    """Whose hosting ended with the measure hosts again."""
    scope = membership.network.scope
    if Moderator.objects.filter(person=membership.person, scope=scope, ended_at=measure.at).exists():
        Membership.objects.filter(pk=membership.pk).update(is_host=True)
        let_moderate(person=membership.person, scope=scope, at=at)
