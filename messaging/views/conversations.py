"""Pages of messaging: the list of conversations, one conversation, what is new in it, reporting and blocking."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from messaging import operations, queries
from messaging.forms import MessageForm
from messaging.limits import POSTS
from messaging.models import Conversation, Message
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
    found = _conversation(request.user, pk)
    if request.method == "POST":
        return _post(request, found)
    before = _seq(request, "before")
    if before is None:
        operations.mark_read(by=request.user, conversation=found, seq=found.last_seq)
    return _page(request, found, MessageForm(), before=before)


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
    try:
        message = operations.post_message(by=request.user, conversation=found, at=now, **form.cleaned_data)
    except PermissionDenied as error:
        form.add_error(None, str(error))
        return _page(request, found, form, status=HTTPStatus.FORBIDDEN)
    except ValidationError as error:
        return _once_more(request, found, form, *error.messages)
    return redirect(f"{request.path}#message-{message.client_id}")


def _once_more(request: SignedIn, found: Conversation, form: MessageForm, *words: str) -> HttpResponse:
    """Give the words back in a form that can be sent as a new message."""
    again = form.with_new_identity()
    again.add_error(None, list(words))
    return _page(request, found, again, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _page(
    request: SignedIn, found: Conversation, form: MessageForm, *, before: int | None = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    """Show the conversation; a message that could not be sent stays in its box."""
    others = queries.others_in(found, request.user)
    stretch = queries.stretch_before(found, request.user, before)
    seen_up_to = min((place.read_seq for place in others), default=0)
    context = {
        "conversation": found,
        "others": [place.person for place in others],
        "here": queries.people_here(request.user, found),
        "stretch": stretch,
        "before": before,
        "form": form,
        "stopped_by": what_stops(request.user, found),
        "seen_up_to": seen_up_to,
        "last_seen": _last_seen(stretch.messages, request.user, seen_up_to),
    }
    return render(request, "messaging/conversation.html", context, status=status)


def _last_seen(stretch: list[Message], viewer: Person, seen_up_to: int) -> int:
    """The seq of the viewer's last message that everyone else has read: it carries the mark."""
    return max((one.seq for one in stretch if one.author_id == viewer.pk and one.seq <= seen_up_to), default=0)


@open_to(signed_in)
@require_GET
def messages_since(request: SignedIn, pk: int) -> HttpResponse:
    """What changed after `seq`, to fill a gap or to look for news without a socket."""
    found = _conversation(request.user, pk)
    missing = queries.missing_after(found, request.user, _seq(request, "seq") or 0)
    return JsonResponse({"messages": missing.messages, "seq": missing.seq, "more": missing.more})


def _conversation(viewer: Person, pk: int) -> Conversation:
    return get_object_or_404(queries.conversations_for(viewer), pk=pk)


def _seq(request: SignedIn, name: str) -> int | None:
    given = request.GET.get(name, "")
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and len(given) <= 10 and int(given) <= LARGEST_SEQ):
        raise Http404
    return int(given)
