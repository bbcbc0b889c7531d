"""Pages of goals: those of two people, one's own, one goal, and each press on it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.access import open_to
from people.models import Person
from people.requests import SignedIn, posted
from people.rules import signed_in
from support import operations, queries
from support.forms import ChangeGoalForm, GoalForm, StepForm
from support.models import Goal
from support.rules import is_member, may_change_goal
from support.views.together import my_pairing


@open_to(signed_in)
@require_safe
def goals(request: SignedIn, pk: int) -> HttpResponse:
    pairing = my_pairing(request.user, pk)
    context = {
        "pairing": pairing,
        "goals": queries.goals_of_two(request.user, pairing),
        "is_member": is_member(request.user, pairing),
    }
    return render(request, "support/goals/goals.html", context)


@open_to(signed_in)
@require_safe
def my_goals(request: SignedIn) -> HttpResponse:
    return render(request, "support/goals/my_goals.html", {"goals": queries.goals_of(request.user)})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def new_goal(request: SignedIn, pk: int) -> HttpResponse:
    pairing = my_pairing(request.user, pk)
    form = GoalForm(posted(request))
    if form.is_valid():
        made = operations.propose_goal(by=request.user, pairing=pairing, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "It is there for the other to agree to. You can add small steps already.")
        return redirect("goal", pk=made.pk)
    return render(request, "support/goals/new.html", {"pairing": pairing, "form": form})


@open_to(signed_in)
@require_safe
def goal(request: SignedIn, pk: int) -> HttpResponse:
    read = operations.open_goal(by=request.user, goal=visible_goal(request.user, pk), at=timezone.now())
    return shown(request, read)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def change_goal(request: SignedIn, pk: int) -> HttpResponse:
    found = my_goal(request.user, pk)
    initial = {name: getattr(found, name) for name in ("words", "sign", "going", "shown_as")}
    form = ChangeGoalForm(posted(request), initial=initial)
    if form.is_valid():
        operations.change_goal(by=request.user, goal=found, **form.cleaned_data)
        messages.success(request, "It is changed.")
        return redirect("goal", pk=pk)
    return render(request, "support/goals/change.html", {"goal": found, "form": form})


@open_to(signed_in)
@require_POST
def agree_to_goal(request: SignedIn, pk: int) -> HttpResponse:
    operations.agree_to_goal(by=request.user, goal=visible_goal(request.user, pk), at=timezone.now())
    messages.success(request, "Good. What could be a first small step?")
    return redirect("goal", pk=pk)


@open_to(signed_in)
@require_POST
def reach_goal(request: SignedIn, pk: int) -> HttpResponse:
    operations.reach_goal(by=request.user, goal=my_goal(request.user, pk), at=timezone.now())
    messages.success(request, "You did it!")
    return redirect("goal", pk=pk)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def let_go_of_goal(request: SignedIn, pk: int) -> HttpResponse:
    """After a page that says what will happen, which is little."""
    found = visible_goal(request.user, pk)
    if request.method == "POST":
        operations.let_go_of_goal(by=request.user, goal=found, at=timezone.now())
        messages.success(request, "That is fine. It can be taken up again whenever you like.")
        return redirect("goal", pk=pk)
    return render(request, "support/goals/let_go.html", {"goal": found})


@open_to(signed_in)
@require_POST
def take_up_goal(request: SignedIn, pk: int) -> HttpResponse:
    operations.take_up_goal(by=request.user, goal=my_goal(request.user, pk), at=timezone.now())
    messages.success(request, "You are working on it again.")
    return redirect("goal", pk=pk)


@open_to(signed_in)
@require_POST
def bring_goal(request: SignedIn, pk: int, goal: int) -> HttpResponse:
    pairing = my_pairing(request.user, pk)
    found = queries.goal_to_bring(request.user, goal)
    if found is None:
        raise Http404
    operations.bring_goal(by=request.user, goal=found, pairing=pairing)
    messages.success(request, f"{pairing.helper} can see it now, with its steps.")
    return redirect("goal", pk=goal)


def visible_goal(viewer: Person, pk: int) -> Goal:
    return get_object_or_404(queries.goals_for(viewer), pk=pk)


def my_goal(viewer: Person, pk: int) -> Goal:
    """One of one's own; whoever is alongside may read it, and is told that it is not theirs to change."""
    found = visible_goal(viewer, pk)
    if not may_change_goal(viewer, found):
        raise operations.NotYourGoal
    return found


def shown(request: SignedIn, found: Goal, step_form: StepForm | None = None) -> HttpResponse:
    """The page of a goal, with the form for a step that was faulty, if any; else with an empty one."""
    sheet = queries.goal_page_of(request.user, found)
    form = step_form or StepForm(member=str(found.member), helper=sheet.with_whom)
    return render(request, "support/goals/goal.html", {"goal": found, "sheet": sheet, "form": form})
