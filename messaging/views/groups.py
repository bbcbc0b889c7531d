"""Pages of groups: begin one, ask people into it, come, leave, take somebody out, give it another name."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from messaging import operations, queries
from messaging.forms import BeginGroupForm, FindForm, InviteForm, TitleForm
from messaging.models import Conversation
from messaging.rules import is_there, may_begin_group, may_invite, may_remove, may_rename
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import signed_in


@open_to(may_begin_group)
def begin_group(request: SignedIn) -> HttpResponse:
    form = BeginGroupForm(posted(request), by=request.user, name=_name(request), first=request.GET.get("with", ""))
    if form.is_valid():
        try:
            group = operations.begin_group(by=request.user, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "The conversation has begun. Whoever you asked can now decide to join.")
            return redirect("conversation", pk=group.pk)
    context = {"form": form, "find_form": FindForm({"name": _name(request)})}
    return render(request, "messaging/begin_group.html", context)


@open_to(signed_in)
def invite(request: SignedIn, pk: int) -> HttpResponse:
    """Ask one person more, after reading what they will be able to read."""
    group = _group_with(request, pk)
    if not may_invite(request.user, group):
        raise PermissionDenied("You cannot ask anybody into this conversation.")
    form = InviteForm(posted(request), by=request.user, group=group, name=_name(request))
    if form.is_valid():
        try:
            place = operations.invite(by=request.user, conversation=group, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"{place.person} can now decide to join.")
            return redirect("conversation", pk=pk)
    context = {"form": form, "find_form": FindForm({"name": _name(request)}), "conversation": group}
    return render(request, "messaging/invite.html", context)


@open_to(signed_in)
@require_POST
def accept_invitation(request: SignedIn, pk: int) -> HttpResponse:
    operations.accept_invitation(by=request.user, conversation=_group(request, pk), at=timezone.now())
    return redirect("conversation", pk=pk)


@open_to(signed_in)
@require_POST
def decline_invitation(request: SignedIn, pk: int) -> HttpResponse:
    operations.decline_invitation(by=request.user, conversation=_group(request, pk), at=timezone.now())
    messages.success(request, "You said no. The others see that you declined, and nothing else.")
    return redirect("conversations")


@open_to(signed_in)
def leave_conversation(request: SignedIn, pk: int) -> HttpResponse:
    group = _group(request, pk)
    place = queries.place_of(request.user, group)
    if request.method == "POST":
        operations.leave_conversation(by=request.user, conversation=group, at=timezone.now())
        messages.success(request, f"You left “{group.title}”.")
    elif place and is_there(place):
        context = {"conversation": group, "ends": queries.is_over(group, without=request.user.pk)}
        return render(request, "messaging/leave_conversation.html", context)
    return redirect("conversations")


@open_to(signed_in)
def remove_participant(request: SignedIn, pk: int, person: int) -> HttpResponse:
    """Take somebody out, or take back an invitation, after a page that says what will happen."""
    group = _group_with(request, pk)
    place = get_object_or_404(queries.places_in(group), person=person)
    own = queries.place_of(request.user, group)
    if place.left_at is None and not (own and may_remove(own, place)):
        raise PermissionDenied(operations.IS_KEPT_BY)
    if request.method == "POST":
        operations.remove_participant(by=request.user, conversation=group, person=place.person, at=timezone.now())
    elif place.left_at is None:
        context = {"conversation": group, "place": place, "ends": queries.is_over(group, without=person)}
        return render(request, "messaging/remove_participant.html", context)
    return redirect("conversation", pk=pk)


@open_to(signed_in)
def rename_conversation(request: SignedIn, pk: int) -> HttpResponse:
    group = _group_with(request, pk)
    own = queries.place_of(request.user, group)
    if own is None or not may_rename(own):
        raise PermissionDenied(operations.IS_KEPT_BY)
    form = TitleForm(posted(request), initial={"title": group.title})
    if form.is_valid():
        operations.rename_conversation(by=request.user, conversation=group, at=timezone.now(), **form.cleaned_data)
        return redirect("conversation", pk=pk)
    return render(request, "messaging/rename_conversation.html", {"conversation": group, "form": form})


def _group(request: SignedIn, pk: int) -> Conversation:
    return get_object_or_404(queries.groups_known_to(request.user), pk=pk)


def _group_with(request: SignedIn, pk: int) -> Conversation:
    """A group that the viewer is in now."""
    return get_object_or_404(queries.conversations_for(request.user).filter(is_group=True), pk=pk)


def _name(request: SignedIn) -> str:
    """A part of the name of somebody looked for; a database knows no NUL."""
    return request.GET.get("name", "").replace("\0", "").strip()[:60]
