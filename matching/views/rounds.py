"""A coordinator's pages: run a round, decide on its proposals, check helpers."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from matching import operations, queries
from matching.forms import CheckForm, RoundForm
from matching.models import Helper, Proposal
from people.access import open_to
from people.models import Person
from people.queries import coordinated_areas
from people.requests import SignedIn, posted
from people.rules import coordinators


@open_to(coordinators)
def rounds(request: SignedIn) -> HttpResponse:
    return render(
        request,
        "matching/rounds.html",
        {"rounds": queries.rounds_for(request.user)[:50], "form": round_form(request.user)},
    )


def round_form(person: Person, data: object = None) -> RoundForm:
    return RoundForm(data, areas=coordinated_areas(person), everywhere=person.coordinates_everywhere)


@open_to(coordinators)
@require_POST
def run_round(request: SignedIn) -> HttpResponse:
    form = round_form(request.user, request.POST)
    if not form.is_valid():
        messages.error(request, "Choose the area for which to look.")
        return redirect("rounds")
    made = operations.run_round(by=request.user, area=form.cleaned_data["area"], at=timezone.now())
    messages.success(request, f"Of {made.waiting} who wait, {made.placed} have a place proposed.")
    return redirect("round", pk=made.pk)


@open_to(coordinators)
def round(request: SignedIn, pk: int) -> HttpResponse:
    made = get_object_or_404(queries.rounds_for(request.user), pk=pk)
    all_states = "all" in request.GET
    page, people = queries.proposed_in(made, request.user, page=request.GET.get("page"), all_states=all_states)
    return render(
        request,
        "matching/round.html",
        {
            "round": made,
            "page": page,
            "people": people,
            "all_states": all_states,
            "unplaced": queries.unplaced_in(made, request.user),
        },
    )


@open_to(coordinators)
@require_POST
def approve_all(request: SignedIn, pk: int) -> HttpResponse:
    made = get_object_or_404(queries.rounds_for(request.user), pk=pk)
    approved, refused = operations.approve_all(by=request.user, round=made, at=timezone.now())
    messages.success(request, f"{approved} offers are on their way.")
    for words in refused:
        messages.warning(request, words)
    return redirect("round", pk=pk)


@open_to(coordinators)
@require_POST
def set_aside_all(request: SignedIn, pk: int) -> HttpResponse:
    made = get_object_or_404(queries.rounds_for(request.user), pk=pk)
    number = operations.set_aside_all(by=request.user, round=made, at=timezone.now())
    messages.success(request, f"{number} proposals are set aside. You can put each back under “All”.")
    return redirect("round", pk=pk)


@open_to(coordinators)
@require_POST
def approve_proposal(request: SignedIn, pk: int) -> HttpResponse:
    proposal = decidable(request.user, pk)
    operations.approve_proposal(by=request.user, proposal=proposal, at=timezone.now())
    messages.success(request, f"{proposal.request.person} can now choose {proposal.helper}.")
    return redirect("round", pk=proposal.round_id)


@open_to(coordinators)
@require_POST
def set_aside_proposal(request: SignedIn, pk: int) -> HttpResponse:
    proposal = decidable(request.user, pk)
    operations.set_aside_proposal(by=request.user, proposal=proposal, at=timezone.now())
    messages.success(request, f"Set aside: {proposal}. You can put it back under “All”.")
    return redirect("round", pk=proposal.round_id)


@open_to(coordinators)
@require_POST
def put_back_proposal(request: SignedIn, pk: int) -> HttpResponse:
    proposal = decidable(request.user, pk)
    operations.put_back_proposal(by=request.user, proposal=proposal, at=timezone.now())
    messages.success(request, f"Back to decide: {proposal}.")
    return redirect("round", pk=proposal.round_id)


def decidable(person: Person, pk: int) -> Proposal:
    return get_object_or_404(queries.decidable_proposals(person), pk=pk)


@open_to(coordinators)
def helpers_to_check(request: SignedIn) -> HttpResponse:
    waiting = queries.helpers_to_check(request.user).filter(state=Helper.State.TO_CHECK)
    return render(request, "matching/helpers_to_check.html", {"helpers": waiting})


@open_to(coordinators)
def confirm_helper(request: SignedIn, pk: int) -> HttpResponse:
    helper = get_object_or_404(queries.helpers_to_check(request.user), pk=pk)
    now = timezone.now()
    form = CheckForm(posted(request), today=timezone.localdate(now), initial={"vetted_until": helper.vetted_until})
    if request.method == "POST" and form.is_valid():
        operations.confirm_helper(
            by=request.user, helper=helper, vetted_until=form.cleaned_data["vetted_until"], at=now
        )
        messages.success(request, f"{helper} can be matched.")
        return redirect("helpers_to_check")
    opened = operations.open_check(by=request.user, helper=helper, at=now)
    return render(request, "matching/confirm_helper.html", {"helper": opened, "form": form})
