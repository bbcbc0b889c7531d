"""What one can do with a message, each as a page: find it, edit it, withdraw it, react to it."""

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from messaging import operations, queries
from messaging.drawing import EVERY_REACTION, WITHDRAWING
from messaging.forms import WordsForm
from messaging.models import Message
from messaging.rules import may_change, may_react
from people.access import open_to
from people.models import Person
from people.requests import SignedIn, posted
from people.rules import signed_in

# So far back, in seqs, a page goes that is opened for one message.
SEEN_WITH_IT = 10


@open_to(signed_in)
@require_GET
def message(request: SignedIn, pk: int) -> HttpResponse:
    """Lead to where a message is in its conversation."""
    return redirect(place_of(_message(request.user, pk)))


@open_to(signed_in)
def edit_message(request: SignedIn, pk: int) -> HttpResponse:
    found = _message(request.user, pk)
    if not may_change(request.user, found):
        raise PermissionDenied("You can edit your own messages, until you withdraw them.")
    form = WordsForm(posted(request), initial={"body": found.body})
    if form.is_valid():
        try:
            operations.edit_message(by=request.user, message=found, at=timezone.now(), **form.cleaned_data)
            return redirect(place_of(found))
        except operations.DetailsAreIn as error:
            form.ask_whether_sure(error)
        except ValidationError as error:
            form.add_error("body", error)
    return render(request, "messaging/edit.html", {"form": form, "back_url": place_of(found)})


@open_to(signed_in)
def withdraw_message(request: SignedIn, pk: int) -> HttpResponse:
    """Take a message back, after a page that says what will happen."""
    found = _message(request.user, pk)
    if not may_change(request.user, found):
        raise PermissionDenied("You can withdraw your own messages.")
    if request.method == "POST":
        operations.withdraw_message(by=request.user, message=found, at=timezone.now())
        messages.success(request, "Your message is withdrawn.")
        return redirect(place_of(found))
    context = {"quoted": found.body, "withdrawing": WITHDRAWING, "back_url": place_of(found)}
    return render(request, "messaging/withdraw.html", context)


@open_to(signed_in)
def react_to_message(request: SignedIn, pk: int) -> HttpResponse:
    """React without words; `add` or `remove` names how."""
    found = _message(request.user, pk)
    if not may_react(request.user, found):
        raise PermissionDenied("This message was withdrawn.")
    if request.method == "POST":
        on = "add" in request.POST
        kind = request.POST.get("add" if on else "remove", "")
        try:
            operations.react(by=request.user, message=found, kind=kind, on=on)
        except ValidationError as error:
            raise BadRequest from error
        return redirect(place_of(found))
    context = {"quoted": found.body, "every_reaction": EVERY_REACTION, "back_url": place_of(found)}
    return render(request, "messaging/react.html", context)


def place_of(message: Message) -> str:
    """The address of a page on which the message is, and of its place there."""
    page = reverse("conversation", args=[message.conversation_id])
    stretch = "" if queries.is_among_the_latest(message) else f"?after={max(message.seq - SEEN_WITH_IT, 0)}"
    return f"{page}{stretch}#message-{message.client_id}"


def _message(viewer: Person, pk: int) -> Message:
    return get_object_or_404(queries.messages_for(viewer), pk=pk)
