"""Pages of asks and offers: the list, one with its discussion, and each step two people take together."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from networks import operations, queries
from networks.forms import AskForm, FinishForm, YesForm
from networks.models import Ask
from networks.operations import HasNoPart, MayNotPost
from networks.views.addresses import back_to
from networks.views.discussing import discussion_of
from networks.views.resources import joined_network, own_part
from people.access import open_to
from people.models import Person
from people.requests import SignedIn
from people.rules import signed_in

FIRST_WORDS = {
    Ask.Kind.ASK: "Hello. I can help with this. When would suit you?",
    Ask.Kind.OFFER: "Hello. Yes please, this would help me.",
}


@open_to(signed_in)
@require_safe
def asks(request: SignedIn, slug: str) -> HttpResponse:
    membership = own_part(request.user, slug)
    network = membership.network
    shown = request.GET.get("show", "open")
    shown = shown if shown in queries.SHOWN else "open"
    found = Paginator(queries.asks_of(network, request.user, shown, timezone.now()), queries.ASKS_ON_A_PAGE)
    context = {
        "network": network,
        "membership": membership,
        "tab": "asks",
        "shown": shown,
        "choices": queries.SHOWN,
        "page": found.get_page(request.GET.get("page")),
    }
    return render(request, "networks/asks.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def new_ask(request: SignedIn, slug: str) -> HttpResponse:
    network = joined_network(request.user, slug)
    kind = "offer" if request.GET.get("kind") == "offer" else "ask"
    form = AskForm(request.POST or None, network=network, initial={"kind": kind})
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.ask_or_offer(by=request.user, network=network, at=timezone.now(), **form.cleaned_data)
        except (ValidationError, MayNotPost) as error:
            form.renew(error)
        else:
            messages.success(request, "It is up. When somebody says yes, we let you know.")
            return redirect(back_to(made.thread))
    return render(request, "networks/new_ask.html", {"network": network, "form": form})


@open_to(signed_in)
@require_safe
def one_ask(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_ask(request.user, slug, pk)
    context = parts_of(found, request.user) | {"discussion": discussion_of(request, found.thread)}
    return render(request, "networks/one_ask.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def say_yes(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_ask(request.user, slug, pk)
    if found.thread.begun_by.person_id == request.user.pk:
        raise HasNoPart
    form = YesForm(request.POST or None, initial={"body": FIRST_WORDS[Ask.Kind(found.kind)]})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            operations.say_yes(
                by=request.user,
                ask=found,
                words=said["body"],
                client_id=said["client_id"],
                sure=said["sure"],
                at=timezone.now(),
            )
        except (ValidationError, MayNotPost) as error:
            form.renew(error)
        else:
            messages.success(request, "You said yes. You two have a private thread now.")
            return redirect("one_ask", slug=slug, pk=pk)
    return render(request, "networks/say_yes.html", parts_of(found, request.user) | {"form": form})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def open_again(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = ask_of_mine(request.user, slug, pk)
    if request.method == "POST":
        operations.open_again(by=request.user, ask=found, at=timezone.now())
        messages.success(request, "It is open again.")
        return redirect("one_ask", slug=slug, pk=pk)
    return render(request, "networks/open_again.html", parts_of(found, request.user) | {"form": forms.Form()})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def finish_ask(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = ask_of_mine(request.user, slug, pk)
    may_thank = found.helped is not None and found.helped.person_id == request.user.pk and not found.thanked_in_id
    form = FinishForm(request.POST or None, may_thank=may_thank)
    if request.method == "POST" and form.is_valid():
        try:
            operations.finish_ask(by=request.user, ask=found, at=timezone.now(), **form.cleaned_data)
        except (ValidationError, MayNotPost) as error:
            form.add_error(None, error if isinstance(error, ValidationError) else str(error))
        else:
            messages.success(request, "It is done. We have told the other.")
            return redirect("one_ask", slug=slug, pk=pk)
    return render(request, "networks/finish_ask.html", parts_of(found, request.user) | {"form": form})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_ask(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = ask_of_mine(request.user, slug, pk)
    if found.thread.begun_by.person_id != request.user.pk:
        raise HasNoPart
    if request.method == "POST":
        operations.withdraw_ask(by=request.user, ask=found, at=timezone.now())
        messages.success(request, "It is taken back.")
        return redirect("asks", slug=slug)
    return render(request, "networks/withdraw_ask.html", parts_of(found, request.user) | {"form": forms.Form()})


def visible_ask(viewer: Person, slug: str, pk: int) -> Any:
    return get_object_or_404(queries.asks_for(viewer), pk=pk, thread__network__slug=slug)


def ask_of_mine(viewer: Person, slug: str, pk: int) -> Any:
    found = visible_ask(viewer, slug, pk)
    if viewer.pk not in (found.thread.begun_by.person_id, found.taken_by and found.taken_by.person_id):
        raise HasNoPart
    return found


def parts_of(ask: Ask, viewer: Person) -> dict[str, Any]:
    """The ask, and which part in it the viewer has."""
    is_mine = ask.thread.begun_by.person_id == viewer.pk
    said_yes = ask.taken_by is not None and ask.taken_by.person_id == viewer.pk
    is_past = ask.needed_by is not None and ask.needed_by < timezone.now()
    is_up = ask.thread.standing == "shown" and ask.thread.closed_at is None
    return {
        "network": ask.thread.network,
        "ask": ask,
        "is_mine": is_mine,
        "said_yes": said_yes,
        "is_past": is_past,
        "may_say_yes": ask.state == Ask.State.OPEN and not is_mine and not is_past and is_up,
        "may_thank": ask.helped is not None and ask.helped.person_id == viewer.pk and not ask.thanked_in_id,
    }
