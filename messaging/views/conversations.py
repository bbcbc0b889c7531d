"""The list of conversations, and the page of one: what was said in it, and a box to say something."""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from messaging import drawing, operations, queries
from messaging.forms import MessageForm
from messaging.limits import POSTS
from messaging.models import Conversation
from messaging.rules import may_begin_group, what_stops
from people.access import open_to
from people.models import Person
from people.requests import SignedIn
from people.rules import signed_in

# The largest whole number that a column of ours holds.
LARGEST_SEQ = 2**31 - 1


@open_to(signed_in)
@require_GET
def conversations(request: SignedIn) -> HttpResponse:
    page = queries.conversation_lines(request.user, request.GET.get("page"))
    context = {
        "page": page,
        "invitations": queries.invitations_for(request.user),
        "may_begin_group": may_begin_group(request.user),
    }
    return render(request, "messaging/conversations.html", context)


@open_to(signed_in)
def conversation(request: SignedIn, pk: int) -> HttpResponse:
    """One conversation; looking back changes nothing, looking at the latest messages reads them."""
    found = _conversation(request.user, pk)
    if request.method == "POST":
        return _post(request, found)
    form = MessageForm(initial={"reply_to": _number(request, "reply_to")})
    return _page(request, found, form)


def _post(request: SignedIn, found: Conversation) -> HttpResponse:
    form = MessageForm(request.POST, request.FILES)
    if "client_id" in form.errors:
        return _once_more(request, found, form, "This page was out of date. Please press Send again.")
    if not form.is_valid():
        return _page(request, found, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    now = timezone.now()
    if POSTS.until(request.user.pk, now):
        form.add_error(None, "That was very fast. Wait a few seconds, then press Send again.")
        return _page(request, found, form, status=HTTPStatus.TOO_MANY_REQUESTS)
    return _say(request, found, form, now)


def _say(request: SignedIn, found: Conversation, form: MessageForm, now: datetime) -> HttpResponse:
    """Say what is in the form, or show the page again with why not."""
    try:
        message = operations.post_message(by=request.user, conversation=found, at=now, **form.cleaned_data)
    except operations.DetailsAreIn as error:
        return _page(request, found, form, status=HTTPStatus.UNPROCESSABLE_ENTITY, asks_whether_sure=error.messages[0])
    except PermissionDenied as error:
        form.add_error(None, str(error))
        return _page(request, found, form, status=HTTPStatus.FORBIDDEN)
    except ValidationError as error:
        return _once_more(request, found, form, *error.messages)
    # Where the words gave cause, the page shows their writer where to turn.
    help_now = "?help=now" if message.calls_for_help else ""
    return redirect(f"{request.path}{help_now}#message-{message.client_id}")


def _once_more(request: SignedIn, found: Conversation, form: MessageForm, *words: str) -> HttpResponse:
    """Give the words back in a form that can be sent as a new message."""
    again = form.with_new_identity()
    again.add_error(None, list(words))
    return _page(request, found, again, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _page(
    request: SignedIn,
    found: Conversation,
    form: MessageForm,
    *,
    status: int = HTTPStatus.OK,
    asks_whether_sure: str = "",
) -> HttpResponse:
    """Show the conversation; a message that could not be sent stays in its box."""
    viewer = request.user
    read, unread = queries.reading_of(viewer, found)
    stretch = _stretch(request, found, unread)
    if stretch.later is None:
        operations.mark_read(by=viewer, conversation=found, seq=found.last_seq)
    others = [place.person for place in queries.others_in(found, viewer)]
    context = {
        "conversation": found,
        "others": others,
        "here": queries.people_here(viewer, found),
        "stretch": stretch,
        "form": form,
        "answered": _answered(viewer, found, form),
        "asks_whether_sure": asks_whether_sure,
        "help_now": "help" in request.GET,
        "stopped_by": what_stops(viewer, found),
        "read": read,
        "unread_here": unread,
        "hours_notice": queries.hours_notices(found, viewer, timezone.now()),
        **_drawn(viewer, found, others, stretch, read),
    }
    return render(request, "messaging/conversation.html", context, status=status)


def _stretch(request: SignedIn, found: Conversation, unread: int) -> queries.Stretch:
    """What the address asks for: what was said before a message, after one, or last."""
    before, after = _number(request, "before"), _number(request, "after")
    if before is not None:
        return queries.stretch_before(found, request.user, before)
    if after is not None:
        return queries.stretch_after(found, request.user, after)
    return queries.latest_stretch(found, request.user, unread=unread)


def _answered(viewer: Person, found: Conversation, form: MessageForm) -> dict[str, Any] | None:
    """The message that the words in the box are a reply to."""
    chosen = (form.cleaned_data if form.is_bound else form.initial).get("reply_to")
    if not chosen:
        return None
    message = queries.messages_for(viewer).filter(conversation=found, pk=chosen).first()
    return queries.shown_to(viewer, found.pk, [message])[0] if message else None


def _drawn(
    viewer: Person, found: Conversation, others: list[Person], stretch: queries.Stretch, read: int
) -> dict[str, Any]:
    """The messages as lines, and the pieces that scripts draw more of them with."""
    said = queries.shown_to(viewer, found.pk, stretch.messages)
    read_by = queries.read_by(found, viewer)
    names = {one["author"]: one["name"] for one in said} | {person.pk: person.chosen_name for person in others}
    seen = min(read_by.values(), default=0)
    lines = drawing.lines_of(said, viewer=viewer.pk, names=names, read=read, seen=seen)
    present = [(person.pk, person.chosen_name, read_by.get(person.pk)) for person in [*others, viewer]]
    return {
        "lines": lines,
        "all_new_is_here": stretch.earlier is None or stretch.messages[0].seq <= read,
        "present": present,
        **drawing.PIECES,
    }


def _conversation(viewer: Person, pk: int) -> Conversation:
    return get_object_or_404(queries.conversations_for(viewer), pk=pk)


def _number(request: SignedIn, name: str) -> int | None:
    given = request.GET.get(name, "")
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and len(given) <= 10 and int(given) <= LARGEST_SEQ):
        raise Http404
    return int(given)
