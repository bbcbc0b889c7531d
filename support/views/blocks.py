"""Pages of blocks of sessions: agree on one, see how much is left, close it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import signed_in
from support import operations, queries, rules
from support.forms import BlockForm
from support.models import SessionBlock
from support.views.together import my_pairing


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def begin_session_block(request: SignedIn, pk: int) -> HttpResponse:
    pairing = my_pairing(request.user, pk)
    if not rules.may_agree_on_hours(request.user, pairing):
        raise PermissionDenied
    form = BlockForm(posted(request))
    if form.is_valid():
        title = form.cleaned_data["title"]
        block = operations.begin_block(
            by=request.user, pairing=pairing, title=title, minutes=form.minutes, at=timezone.now()
        )
        messages.success(request, "It is kept. When you book an appointment you can let it count towards it.")
        return redirect("session_block", pk=block.pk)
    return render(request, "support/blocks/begin.html", {"pairing": pairing, "form": form})


@open_to(signed_in)
@require_safe
def session_block(request: SignedIn, pk: int) -> HttpResponse:
    block = my_block(request, pk)
    context = {
        "line": queries.block_line(block),
        "sessions": queries.sessions_of(block, request.user),
        "me": request.user,
        "may_close": block.closed_at is None and rules.may_agree_on_hours(request.user, block.pairing),
    }
    return render(request, "support/blocks/block.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def close_session_block(request: SignedIn, pk: int) -> HttpResponse:
    """Close it, after a page that says what will happen."""
    block = my_block(request, pk)
    if not rules.may_agree_on_hours(request.user, block.pairing):
        raise PermissionDenied
    form = forms.Form(posted(request))
    if form.is_valid():
        operations.close_block(by=request.user, block=block, at=timezone.now())
        messages.success(request, "It is closed. What was held from it can still be seen.")
        return redirect("session_block", pk=pk)
    return render(request, "support/blocks/close.html", {"line": queries.block_line(block), "form": form})


def my_block(request: SignedIn, pk: int) -> SessionBlock:
    """The block with this number of two people of whom the viewer is one; else 404."""
    found = queries.block_for(request.user, pk)
    if found is None:
        raise Http404
    return found
