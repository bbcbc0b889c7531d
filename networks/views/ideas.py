"""Pages of ideas for networks: somebody asks for one, and coordinators answer."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from networks import operations, queries, rules
from networks.forms import IdeaForm, IdeaYesForm, NoForm, YoungIdeaYesForm
from networks.models import Idea
from people.access import open_to
from people.requests import SignedIn
from people.rules import coordinators, signed_in
from people.vocabulary import AgeGroup


@open_to(signed_in)
@require_safe
def ideas(request: SignedIn) -> HttpResponse:
    """One's own, and for coordinators those that wait for an answer; or those answered."""
    answered = "answered" in request.GET
    context: dict[str, Any] = {"mine": queries.ideas_by(request.user), "answered": answered}
    if rules.may_found(request.user):
        found = queries.answered_ideas if answered else queries.waiting_ideas
        pages = Paginator(found(request.user), queries.IDEAS_ON_A_PAGE)
        context["page"] = pages.get_page(request.GET.get("page"))
    return render(request, "networks/ideas.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def new_idea(request: SignedIn) -> HttpResponse:
    form = IdeaForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            idea = operations.ask_for_network(by=request.user, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "Your idea is sent. A coordinator will answer.")
            return redirect("idea", pk=idea.pk)
    return render(request, "networks/new_idea.html", {"form": form, "is_young": _is_young(request.user.age_group)})


@open_to(signed_in)
@require_safe
def idea(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.ideas_for(request.user), pk=pk)
    full_name = operations.read_idea(by=request.user, idea=found, at=timezone.now())
    context = {
        "idea": found,
        "full_name": full_name,
        "is_mine": found.by == request.user,
        "is_young": _is_young(found.by.age_group),
        "waits": found.state == Idea.State.ASKED,
        "may_answer": rules.may_found(request.user),
    }
    return render(request, "networks/idea.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_idea(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.ideas_by(request.user), pk=pk)
    if request.method == "POST":
        operations.withdraw_idea(by=request.user, idea=found, at=timezone.now())
        messages.success(request, "Your idea is taken back.")
        return redirect("ideas")
    return render(request, "networks/withdraw_idea.html", {"idea": found, "form": forms.Form()})


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def found_idea(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.ideas_for(request.user), pk=pk)
    is_young = _is_young(found.by.age_group)
    initial = {name: getattr(found, name) for name in ("name", "purpose", "agreement", "joining")}
    form: forms.Form = (
        YoungIdeaYesForm(request.POST or None, founder=request.user, initial=initial)
        if is_young
        else IdeaYesForm(request.POST or None, initial=initial)
    )
    if request.method == "POST" and form.is_valid():
        try:
            network = operations.found_from_idea(by=request.user, idea=found, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"{network.name} is founded. We have told whoever asked.")
            return redirect("network", slug=network.slug)
    return render(request, "networks/found_idea.html", {"idea": found, "is_young": is_young, "form": form})


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def decline_idea(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.ideas_for(request.user), pk=pk)
    form = NoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = form.cleaned_data["answer"]
        operations.decline_idea(by=request.user, idea=found, answer=answer, at=timezone.now())
        messages.success(request, "You have said no. We have told whoever asked.")
        return redirect("ideas")
    return render(request, "networks/decline_idea.html", {"idea": found, "form": form})


def _is_young(age_group: str) -> bool:
    return age_group == AgeGroup.UNDER_18
