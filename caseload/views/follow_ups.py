"""Pages of follow-ups: one with its reason, whose it is, and what came of it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from caseload import operations, queries
from caseload.forms import FinishForm, GiveForm, PlanForm
from caseload.models import FollowUp
from caseload.rules import those_who_look_after
from people.access import open_to
from people.models import Person
from people.requests import SignedIn, posted
from people.rules import coordinators


@open_to(those_who_look_after)
@require_safe
def follow_up(request: SignedIn, pk: int) -> HttpResponse:
    found = operations.read_follow_up(by=request.user, follow_up=my_follow_up(request.user, pk), at=timezone.now())
    context = {"follow_up": found, "is_late": found.is_late(timezone.localdate())}
    return render(request, "caseload/follow_ups/one.html", context)


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_follow_up(request: SignedIn, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.people_looked_after_by(request.user), pk=pk)
    form = PlanForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.plan_follow_up(by=request.user, person=person, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "Planned. It is yours until you give it to somebody else.")
            return redirect("follow_up", pk=made.pk)
    return render(request, "caseload/follow_ups/plan.html", {"form": form, "person": person})


@open_to(those_who_look_after)
@require_POST
def take_follow_up(request: SignedIn, pk: int) -> HttpResponse:
    found = my_follow_up(request.user, pk)
    operations.give_follow_up(by=request.user, follow_up=found, to=request.user, at=timezone.now())
    messages.success(request, "It is yours.")
    return redirect("follow_up", pk=pk)


@open_to(those_who_look_after)
@require_http_methods(["GET", "HEAD", "POST"])
def give_follow_up(request: SignedIn, pk: int) -> HttpResponse:
    found = my_follow_up(request.user, pk)
    form = GiveForm(posted(request), people=queries.who_may_take(found.person))
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["to"]
        operations.give_follow_up(by=request.user, follow_up=found, to=to, at=timezone.now())
        messages.success(request, f"Given to {to}, who is told.")
        return redirect("my_people" if not coordinators(request.user) else "desk")
    return render(request, "caseload/follow_ups/give.html", {"form": form, "follow_up": found})


@open_to(those_who_look_after)
@require_http_methods(["GET", "HEAD", "POST"])
def finish_follow_up(request: SignedIn, pk: int) -> HttpResponse:
    found = my_follow_up(request.user, pk)
    form = FinishForm(posted(request))
    if request.method == "POST" and form.is_valid():
        operations.finish_follow_up(by=request.user, follow_up=found, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Done. Thank you for looking in.")
        return redirect("follow_up", pk=pk)
    return render(request, "caseload/follow_ups/finish.html", {"form": form, "follow_up": found})


@open_to(those_who_look_after)
@require_http_methods(["GET", "HEAD", "POST"])
def open_follow_up_again(request: SignedIn, pk: int) -> HttpResponse:
    found = my_follow_up(request.user, pk)
    if request.method == "POST":
        operations.open_follow_up_again(by=request.user, follow_up=found, at=timezone.now())
        messages.success(request, "It is open again.")
        return redirect("follow_up", pk=pk)
    return render(request, "caseload/follow_ups/open_again.html", {"form": forms.Form(), "follow_up": found})


def my_follow_up(viewer: Person, pk: int) -> FollowUp:
    return get_object_or_404(queries.follow_ups_for(viewer), pk=pk)
