"""Pages of one post: where it stands, other words for it, taking it back, what it said before, and reactions to it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from networks import operations, queries, rules
from networks.forms import EditForm
from networks.views.addresses import address_of
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_safe
def post(request: SignedIn, pk: int) -> HttpResponse:
    """An address that names no network, for notices and mails."""
    return redirect(address_of(get_object_or_404(queries.posts_for(request.user), pk=pk)))


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_post(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.own_posts(request.user), pk=pk)
    as_it_is = {"title": found.thread.title, "body": found.body}
    form = EditForm(request.POST or None, has_title=found.seq == 1, initial=as_it_is)
    if request.method == "POST" and form.is_valid():
        try:
            changed = operations.edit_post(by=request.user, post=found, at=timezone.now(), **form.cleaned_data)
        except (ValidationError, operations.MayNotPost) as error:
            form.renew(error)
        else:
            return redirect(address_of(changed))
    context = {
        "post": found,
        "form": form,
        "back_url": address_of(found),
        "looked_at_first": rules.goes_back_to_a_first_look(found),
    }
    return render(request, "networks/edit_post.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back_post(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.own_posts(request.user), pk=pk)
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        operations.take_back_post(by=request.user, post=found, at=timezone.now())
        messages.success(request, "You have taken it back.")
        return redirect(address_of(found))
    context = {"post": found, "form": form, "back_url": address_of(found)}
    return render(request, "networks/take_back_post.html", context)


@open_to(signed_in)
@require_safe
def earlier_posts(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.posts_with_earlier(request.user), pk=pk)
    return render(request, "networks/earlier_posts.html", {"post": found, "back_url": address_of(found)})


@open_to(signed_in)
@require_POST
def react_to_post(request: SignedIn, pk: int) -> HttpResponse:
    """One press: `add` or `remove` with the kind, so that pressing on a page that is old never does the opposite."""
    found = get_object_or_404(queries.posts_for(request.user), pk=pk)
    kind, on = request.POST.get("add") or request.POST.get("remove", ""), "add" in request.POST
    try:
        operations.react_to_post(by=request.user, post=found, kind=kind, on=on, at=timezone.now())
    except (ValidationError, operations.MayNotPost) as error:
        messages.warning(request, error.messages[0] if isinstance(error, ValidationError) else str(error))
    return redirect(address_of(found))
