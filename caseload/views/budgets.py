"""Pages of personal budgets for coordinators: what waits for them, and one with its spending."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from caseload.forms import AgreeForm
from caseload.operations import read_budget
from people.access import open_to
from people.models import Person
from people.requests import SignedIn, posted
from people.rules import coordinators
from support import operations, queries
from support.models import Budget, Spending
from support.money import in_pounds
from support.rules import may_decide_on_budget


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def decide_budget(request: SignedIn, pk: int) -> HttpResponse:
    budget = budget_to_decide(request.user, pk)
    proposed = {"pence": in_pounds(budget.pence).replace(",", ""), "approves_itself_up_to": "0"}
    form = AgreeForm(posted(request), initial=proposed)
    if request.method == "POST" and form.is_valid():
        operations.agree_to_budget(by=request.user, budget=budget, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Agreed. Both of them are told.")
        return redirect("decide_budget", pk=pk)
    page = read_budget(by=request.user, budget=budget, at=timezone.now())
    return render(request, "caseload/budgets/one.html", {"page": page, "form": form})


@open_to(coordinators)
@require_POST
def decline_budget(request: SignedIn, pk: int) -> HttpResponse:
    operations.decline_budget(by=request.user, budget=budget_to_decide(request.user, pk), at=timezone.now())
    messages.success(request, "Declined. Both of them are told.")
    return redirect("desk_section", slug="budgets")


@open_to(coordinators)
@require_POST
def close_budget(request: SignedIn, pk: int) -> HttpResponse:
    try:
        operations.close_budget(by=request.user, budget=budget_to_decide(request.user, pk), at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, "Closed. Nothing more is spent of it.")
    return redirect("decide_budget", pk=pk)


@open_to(coordinators)
@require_POST
def approve_spending(request: SignedIn, pk: int, spending: int) -> HttpResponse:
    one = spending_to_decide(request.user, pk, spending)
    try:
        operations.approve_spending(by=request.user, spending=one, at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, "Approved.")
    return redirect("decide_budget", pk=pk)


@open_to(coordinators)
@require_POST
def refuse_spending(request: SignedIn, pk: int, spending: int) -> HttpResponse:
    one = spending_to_decide(request.user, pk, spending)
    operations.refuse_spending(by=request.user, spending=one, at=timezone.now())
    messages.success(request, "Not approved. Both of them are told.")
    return redirect("decide_budget", pk=pk)


def budget_to_decide(viewer: Person, pk: int) -> Budget:
    found = queries.budget_for(viewer, pk)
    if found is None or not may_decide_on_budget(viewer, found):
        raise Http404
    return found


def spending_to_decide(viewer: Person, pk: int, spending: int) -> Spending:
    found = queries.spending_of(budget_to_decide(viewer, pk), spending, viewer)
    if found is None:
        raise Http404
    return found
