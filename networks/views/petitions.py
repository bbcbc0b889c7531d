"""Pages for coordinators: petitions that came to the service, their answer, and what changed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from networks import operations, queries
from networks.forms import AnswerForm, WhatChangedForm
from networks.models import Decision
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators


@open_to(coordinators)
@require_safe
def petitions(request: SignedIn) -> HttpResponse:
    found = Paginator(queries.petitions_to_the_service(), queries.DECISIONS_ON_A_PAGE)
    context = {"page": found.get_page(request.GET.get("page")), "today": localdate()}
    return render(request, "networks/decisions/petitions.html", context)


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def petition(request: SignedIn, pk: int) -> HttpResponse:
    """Its words, without who wrote or signed it, and the form for the answer or, after that, for what changed."""
    found = get_object_or_404(queries.petitions_to_the_service(), pk=pk)
    answered = found.state == Decision.State.ANSWERED
    form = (WhatChangedForm if answered else AnswerForm)(posted(request))
    if form.is_valid():
        if answered:
            operations.tell_what_changed(by=request.user, decision=found, at=timezone.now(), **form.cleaned_data)
        else:
            operations.answer_petition(by=request.user, petition=found, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Those who signed are told.")
        return redirect("petition", pk=pk)
    context = {
        "petition": found,
        "words": queries.words_of(found),
        "consequences": found.consequences.all(),
        "today": localdate(),
        "form": form,
    }
    return render(request, "networks/decisions/petition.html", context)
