"""Pages on which somebody asks for cover, and a coordinator answers."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from caseload import operations, queries
from caseload.forms import AbsenceAnswerForm, AbsenceForm
from caseload.queries import AbsenceShown
from caseload.views.my_people import own_offer
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators, helpers, signed_in


@open_to(helpers)
@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_cover(request: SignedIn) -> HttpResponse:
    helper, now = own_offer(request.user), timezone.now()
    asked = queries.absence_of(helper)
    if asked is not None:
        return redirect("absence", pk=asked.pk)
    form = AbsenceForm(posted(request), today=timezone.localdate(now))
    if form.is_valid():
        try:
            made = operations.ask_for_cover(by=request.user, helper=helper, at=now, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "Asked. A coordinator arranges who stands in, and you are told.")
            return redirect("absence", pk=made.pk)
    return render(request, "caseload/absences/ask.html", {"form": form}, status=422 if form.errors else 200)


@open_to(signed_in)
@require_safe
def absence(request: SignedIn, pk: int) -> HttpResponse:
    return render(request, "caseload/absences/one.html", {"shown": shown_to(request, pk)})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back_absence(request: SignedIn, pk: int) -> HttpResponse:
    """After a page that says what will happen."""
    shown = shown_to(request, pk)
    if not shown.is_mine:
        raise Http404
    if not shown.may_take_back:
        return redirect("absence", pk=pk)
    if request.method == "POST":
        operations.take_back_absence(by=request.user, absence=shown.absence, at=timezone.now())
        messages.success(request, "Taken back.")
        return redirect("absence", pk=pk)
    return render(request, "caseload/absences/take_back.html", {"shown": shown})


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def answer_absence(request: SignedIn, pk: int) -> HttpResponse:
    shown = shown_to(request, pk)
    if shown.is_mine:
        raise Http404
    if not shown.may_answer:
        return redirect("absence", pk=pk)
    form = AbsenceAnswerForm(posted(request))
    if form.is_valid():
        operations.answer_absence(by=request.user, absence=shown.absence, words=form.said(), at=timezone.now())
        messages.success(request, f"{shown.absence.helper} is told.")
        return redirect("absence", pk=pk)
    return render(request, "caseload/absences/answer.html", {"shown": shown, "form": form})


def shown_to(request: SignedIn, pk: int) -> AbsenceShown:
    found = get_object_or_404(queries.absences_for(request.user), pk=pk)
    return queries.absence_shown(found, request.user)
