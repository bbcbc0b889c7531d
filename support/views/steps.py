"""Presses on steps: add one on the page of its goal, change one, say that it is done."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from people.access import open_to
from people.models import Person
from people.requests import SignedIn, posted
from people.rules import signed_in
from support import operations, queries
from support.forms import StepForm
from support.models import Step
from support.views.goals import shown, visible_goal

SAID = {
    Step.State.DONE: "Done. Well done!",
    Step.State.OPEN: "It is to do again.",
    Step.State.LET_GO: "That is fine. It can be taken up again.",
}


@open_to(signed_in)
@require_POST
def add_step(request: SignedIn, pk: int) -> HttpResponse:
    found = visible_goal(request.user, pk)
    sheet = queries.goal_page_of(request.user, found)
    form = StepForm(request.POST, member=str(found.member), helper=sheet.with_whom)
    if form.is_valid():
        try:
            operations.add_step(by=request.user, goal=found, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "The step is there.")
            return redirect("goal", pk=pk)
    return shown(request, found, form)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def change_step(request: SignedIn, pk: int) -> HttpResponse:
    step = visible_step(request.user, pk)
    sheet = queries.goal_page_of(request.user, step.goal)
    initial = {"words": step.words, "whose": step.whose, "by_when": step.by_when}
    form = StepForm(posted(request), member=str(step.goal.member), helper=sheet.with_whom, initial=initial)
    if form.is_valid():
        operations.change_step(by=request.user, step=step, **form.cleaned_data)
        messages.success(request, "The step is changed.")
        return redirect("goal", pk=step.goal_id)
    return render(request, "support/goals/step.html", {"step": step, "form": form})


@open_to(signed_in)
@require_POST
def mark_step(request: SignedIn, pk: int) -> HttpResponse:
    step = visible_step(request.user, pk)
    state = request.POST.get("state", "")
    if state in SAID:
        operations.mark_step(by=request.user, step=step, state=state, at=timezone.now())
        messages.success(request, SAID[Step.State(state)])
    return redirect("goal", pk=step.goal_id)


def visible_step(viewer: Person, pk: int) -> Step:
    return get_object_or_404(queries.steps_for(viewer), pk=pk)
