"""Taking a measure because of a concern, lifting one, and answering appeals."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import those_who_keep_people_safe
from safeguarding import operations, queries
from safeguarding.forms import AnswerForm, LiftingForm, MeasureForm
from safeguarding.rules import may_lift, those_who_moderate
from safeguarding.views.deciding import visible_concern

APPEALS_A_PAGE = 50


@open_to(those_who_moderate)
@require_http_methods(["GET", "HEAD", "POST"])
def take_measure(request: SignedIn, pk: int) -> HttpResponse:
    """A page of its own, since whom it is about is told at once."""
    concern = visible_concern(request.user, pk)
    if concern.taken_by != request.user:
        return redirect("concern", pk=pk)
    form = MeasureForm(posted(request), concern=concern, taker=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            operations.take_measure(by=request.user, concern=concern, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "It is done, and the person it is about is told.")
            return redirect("concern", pk=pk)
    return render(request, "safeguarding/take_measure.html", {"concern": concern, "form": form})


@open_to(those_who_moderate)
@require_http_methods(["GET", "HEAD", "POST"])
def lift_measure(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.measures_for(request.user), pk=pk)
    if not may_lift(request.user, found):
        raise PermissionDenied("Somebody else decides about this.")
    form = LiftingForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.lift_measure(by=request.user, measure=found, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "It is taken back, and the person it is about is told.")
            return redirect("concern", pk=found.concern_id)
    return render(request, "safeguarding/lift_measure.html", {"measure": found, "form": form})


@open_to(those_who_keep_people_safe)
@require_safe
def appeals(request: SignedIn) -> HttpResponse:
    found = queries.appeals_for(request.user)
    answered = "answered" in request.GET
    page = Paginator(found.answered() if answered else found.open(), APPEALS_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "answered": answered, "now": timezone.now()}
    return render(request, "safeguarding/appeals.html", context)


@open_to(those_who_keep_people_safe)
@require_http_methods(["GET", "HEAD", "POST"])
def appeal(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.appeals_for(request.user), pk=pk)
    form = AnswerForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.answer_appeal(by=request.user, appeal=found, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "The appeal is answered, and the person is told.")
            return redirect("appeals")
    return render(request, "safeguarding/appeal.html", {"appeal": found, "form": form, "now": timezone.now()})
