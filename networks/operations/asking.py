"""Verbs of asks and offers: put one up, say yes first, open it again, finish it with thanks, take it back."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet

from messaging.details import Detail, contact_details_in
from networks.machines import ASK
from networks.models import Ask, Membership, Network, Thread
from networks.models.standing import Standing
from networks.operations.ask_notices import tell_of_ask
from networks.operations.authors import author_in
from networks.operations.private import begin_private
from networks.operations.screening import look_for_worries
from networks.operations.writing import WroteSomethingElse, open_thread, post_reply
from networks.queries import who_said_yes
from people.errors import HasMovedOn
from people.models import Person
from people.operations import move, remember


class HasNoPart(PermissionDenied):
    """Only who put it up and who said yes can do this, each their side of it."""


@transaction.atomic
def ask_or_offer(
    *,
    by: Person,
    network: Network,
    kind: str,
    title: str,
    body: str,
    client_id: UUID,
    at: datetime,
    way: str = Ask.Way.HERE,
    where: str = "",
    needed_by: datetime | None = None,
) -> Ask:
    """Put up an ask or an offer, which everybody in the network reads; the same `client_id` again is the same one."""
    author = author_in(network, by, at)
    where = where if way == Ask.Way.PUBLIC_PLACE else ""
    _check(network, way, where, needed_by, at)
    _refuse_details("body", f"{title}\n{body}")
    _refuse_details("where", where, but={Detail.ADDRESS})
    # Details were refused above, so there is nothing to ask about once more.
    post = open_thread(
        author=author, title=title, body=body, client_id=client_id, at=at, kind=Thread.Kind.ASK, sure=True
    )
    if post.thread.kind != Thread.Kind.ASK:
        raise WroteSomethingElse("What you wrote before was posted already. To post this one too, press Post again.")
    facts = {"kind": kind, "way": way, "where": where, "needed_by": needed_by}
    made, is_new = Ask.objects.get_or_create(thread=post.thread, defaults=facts)
    if is_new:
        remember(made, machine=ASK, before="", by=by, at=at, about=None)
        if look_for_worries(post=post, at=at, said=where):
            post.thread.calls_for_help = True
    return made


@transaction.atomic
def say_yes(*, by: Person, ask: Ask, words: str, client_id: UUID, at: datetime, sure: bool = False) -> Ask:
    """Be the one who says yes; the two get a private thread, which begins with `words`. Twice is once.

    Of several at once one wins: the row moves only while it is open. Raises `HasMovedOn`, with the name of who was
    quicker unless there is a block; `MayNotPost` where the two may not be in contact.
    """
    taker = author_in(ask.thread.network, by, at)
    now = _as_it_is(ask)
    if now.taken_by_id == taker.pk and now.state == Ask.State.TAKEN:
        return now
    if now.thread.begun_by_id == taker.pk:
        raise HasNoPart("This is your own. Somebody else says yes to it.")
    if now.thread.standing != Standing.SHOWN or now.thread.closed_at is not None:
        raise HasMovedOn("Nobody can say yes to this at the moment.")
    if now.needed_by is not None and now.needed_by < at:
        raise HasMovedOn("The time for this has passed.")
    try:
        move(now, Ask.State.TAKEN, machine=ASK, by=by, at=at)
    except HasMovedOn:
        raise HasMovedOn(_what_happened(ask, by)) from None
    # After the move, so that who comes second begins no thread; all of it is undone where they may not be in contact.
    talk = begin_private(
        by=by,
        network=now.thread.network,
        with_=[now.thread.begun_by],
        title=now.thread.title,
        body=words,
        client_id=client_id,
        at=at,
        sure=sure,
    )
    now.taken_by, now.taken_at, now.talk = taker, at, talk
    now.save(update_fields=["taken_by", "taken_at", "talk"])
    tell_of_ask(now, taker, "You said yes in a network", "You said yes to somebody in a network. Here you find it.", at)
    return now


@transaction.atomic
def open_again(*, by: Person, ask: Ask, at: datetime) -> None:
    """Let others say yes: who said so cannot after all, or who put it up would rather. Nobody is blamed."""
    now = _hold(ask)
    if now.state == Ask.State.OPEN:
        return
    other = _other_side(now, by)
    _let_go(now, by=by, at=at)
    told = "It did not work out this time, and others can say yes again."
    tell_of_ask(now, other, "Something you arranged is open again", told, at)


@transaction.atomic
def finish_ask(*, by: Person, ask: Ask, at: datetime, client_id: UUID, thanks: str = "") -> None:
    """Note that it is done, by either side; whoever was helped may say thank you, once, for all to read."""
    if thanks:
        _refuse_details("thanks", thanks)
        # First, as everywhere, the membership; then the ask.
        author_in(ask.thread.network, by, at)
    now = _hold(ask)
    other = _other_side(now, by)
    if now.state != Ask.State.DONE:
        move(now, Ask.State.DONE, machine=ASK, by=by, at=at)
        if not thanks:
            told = "It is marked as done. Thank you for taking part."
            tell_of_ask(now, other, "Something you arranged is done", told, at)
    if thanks and now.thanked_in_id is None:
        if now.helped is None or now.helped.person_id != by.pk:
            raise HasNoPart("Whoever was helped says thank you.")
        now.thanked_in = post_reply(by=by, thread=now.thread, body=thanks, client_id=client_id, at=at, sure=True)
        now.save(update_fields=["thanked_in"])
        tell_of_ask(now, other, "Thank you", "Somebody you helped in a network says thank you.", at)


@transaction.atomic
def withdraw_ask(*, by: Person, ask: Ask, at: datetime) -> None:
    """Take it off the list; who said yes is told. Twice changes nothing."""
    now = _hold(ask)
    if now.thread.begun_by.person_id != by.pk:
        raise HasNoPart("Only who put it up takes it back.")
    if now.state == Ask.State.WITHDRAWN:
        return
    _take_back(now, by=by, at=at)


def let_go_of_asks(*, membership: Membership, by: Person | None, at: datetime) -> None:
    """What ends when somebody is in the network no more, in the caller's transaction.

    What they said yes to is open again; what they put up is taken back. Those on the other side are told.
    """
    for ask in _locked().filter(taken_by=membership, state=Ask.State.TAKEN).order_by("pk"):
        _let_go(ask, by=by, at=at)
        tell_of_ask(
            ask,
            ask.thread.begun_by,
            "Something you arranged is open again",
            "Whoever said yes cannot do it after all, so others can say yes again.",
            at,
        )
    mine = _locked().filter(thread__begun_by=membership, state__in=[Ask.State.OPEN, Ask.State.TAKEN])
    for ask in mine.order_by("pk"):
        _take_back(ask, by=by, at=at)


def _check(network: Network, way: str, where: str, needed_by: datetime | None, at: datetime) -> None:
    if network.for_under_18s and way != Ask.Way.HERE:
        raise ValidationError({"way": "In a network for people under 18 people help each other in writing, here."})
    if way == Ask.Way.PUBLIC_PLACE and not where:
        raise ValidationError({"where": "Say where: a public place, never a home."})
    if needed_by is not None and needed_by < at:
        raise ValidationError("This time has passed. Choose a later one, or none.")


def _refuse_details(field: str, words: str, but: frozenset[Detail] | set[Detail] = frozenset()) -> None:
    """Everybody in the network would have them, and nobody needs them: whoever says yes writes in private."""
    found = [detail for detail in contact_details_in(words) if detail not in but]
    if found:
        told = " and ".join(found)
        raise ValidationError(
            {
                field: f"This looks as if it has {told} in it, and everybody here would read it. Please leave it out: "
                "the two of you get a private thread."
            }
        )


def _as_it_is(ask: Ask) -> Ask:
    return Ask.objects.select_related("thread__network", "thread__begun_by__person").get(pk=ask.pk)


def _what_happened(ask: Ask, viewer: Person) -> str:
    now = _as_it_is(ask)
    if now.state != Ask.State.TAKEN:
        return "This is not open any more."
    name = who_said_yes(now, viewer)
    verb = "is helping" if now.kind == Ask.Kind.ASK else "has said yes"
    return f"Somebody was quicker: {name} {verb}." if name else "Somebody was quicker, and has said yes."


def _locked() -> QuerySet[Ask]:
    locked = Ask.objects.select_for_update(of=("self",), no_key=True)
    return locked.select_related("thread__network", "thread__begun_by__person", "taken_by__person")


def _hold(ask: Ask) -> Ask:
    return _locked().get(pk=ask.pk)


def _other_side(ask: Ask, by: Person) -> Membership | None:
    """Whom else it concerns; raises `HasNoPart` for who is on neither side."""
    if ask.thread.begun_by.person_id == by.pk:
        return ask.taken_by
    if ask.taken_by is not None and ask.taken_by.person_id == by.pk:
        return ask.thread.begun_by
    raise HasNoPart("Only the two whom this concerns can do this.")


def _let_go(ask: Ask, *, by: Person | None, at: datetime) -> None:
    """The row is held, and nobody has what is open, so who had it goes first."""
    ask.taken_by = ask.taken_at = ask.talk = None
    ask.save(update_fields=["taken_by", "taken_at", "talk"])
    move(ask, Ask.State.OPEN, machine=ASK, by=by, at=at)


def _take_back(ask: Ask, *, by: Person | None, at: datetime) -> None:
    move(ask, Ask.State.WITHDRAWN, machine=ASK, by=by, at=at)
    tell_of_ask(ask, ask.taken_by, "Something you arranged was taken back", "Whoever put it up has taken it back.", at)
