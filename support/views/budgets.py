"""Pages of a personal budget for the two of a pairing: proposed, spent, with receipts, and as a file."""

import csv
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from messaging.views.files import handed_out
from people.access import open_to
from people.models import Person
from people.requests import SignedIn, posted
from people.rules import signed_in
from people.tables import SAYS_IT_IS_UTF_8, harmless
from support import operations, queries
from support.forms import BudgetForm, SpendingForm
from support.models import Budget
from support.operations import MayNotSpend
from support.views.together import my_pairing


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def propose_budget(request: SignedIn, pk: int) -> HttpResponse:
    pairing = my_pairing(request.user, pk)
    form = BudgetForm(posted(request))
    if request.method == "POST" and form.is_valid():
        made = operations.propose_budget(by=request.user, pairing=pairing, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Proposed. A coordinator decides, and both of you are told.")
        return redirect("budget", pk=pk, budget=made.pk)
    return render(request, "support/propose_budget.html", {"form": form, "pairing": pairing})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def budget(request: SignedIn, pk: int, budget: int) -> HttpResponse:
    # A link from before the member went on with somebody else leads to where it is spent now.
    moved = queries.budget_for(request.user, budget)
    if moved is not None and moved.pairing_id != my_pairing(request.user, pk).pk:
        return redirect("budget", pk=moved.pairing_id, budget=budget)
    found = my_budget(request.user, pk, budget)
    form = SpendingForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.enter_spending(by=request.user, budget=found, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "It is entered.")
            return redirect("budget", pk=pk, budget=budget)
    page = queries.budget_page_of(found, request.user)
    return render(request, "support/budget.html", {"page": page, "form": form, "pairing": found.pairing})


@open_to(signed_in)
@require_safe
def budget_csv(request: SignedIn, pk: int, budget: int) -> HttpResponse:
    page = queries.budget_page_of(my_budget(request.user, pk, budget), request.user)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="budget-{budget}.csv"'
    answer.write(SAYS_IT_IS_UTF_8)
    csv.writer(answer).writerows([harmless(cell) for cell in row] for row in queries.spendings_as_rows(page))
    return answer


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back_spending(request: SignedIn, pk: int, budget: int, spending: int) -> HttpResponse:
    found = my_budget(request.user, pk, budget)
    one = queries.spending_of(found, spending, request.user)
    if one is None:
        raise Http404
    if one.entered_by_id != request.user.pk:
        raise MayNotSpend
    if request.method == "POST":
        operations.take_back_spending(by=request.user, spending=one, at=timezone.now())
        messages.success(request, "It is taken back.")
        return redirect("budget", pk=pk, budget=budget)
    return render(request, "support/take_back_spending.html", {"form": forms.Form(), "budget": found, "spending": one})


@open_to(signed_in)
@require_safe
def receipt(request: SignedIn, key: UUID) -> HttpResponseBase:
    """Looked at by the two, and by the coordinators who approve."""
    found = get_object_or_404(queries.receipts_for(request.user), key=key)
    return handed_out(found.file, found)


def my_budget(viewer: Person, pk: int, budget: int) -> Budget:
    """A budget of one's own pairing; coordinators have a page of their own."""
    pairing = my_pairing(viewer, pk)
    found = queries.budget_for(viewer, budget)
    if found is None or found.pairing_id != pairing.pk:
        raise Http404
    return found
