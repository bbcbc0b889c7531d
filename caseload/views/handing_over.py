"""Pages about who goes on with a member."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caseload import operations, queries
from caseload.forms import AnswerForm, HandoverForm, SummaryForm
from caseload.models import Handover
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators, signed_in


@open_to(coordinators)
def ask_handover(request: SignedIn, pk: int) -> HttpResponse:
    pairing = get_object_or_404(queries.pairings_to_arrange(request.user), pk=pk)
    now = timezone.now()
    others = queries.others_for(pairing, viewer=request.user, at=now)
    form = HandoverForm(posted(request), others=others)
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = operations.ask_handover(
                by=request.user, pairing=pairing, helper=said["helper"], words=said["words"], at=now
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"{pairing.request.person} is asked. Nothing changes until they say yes.")
            return redirect("handover", pk=made.pk)
    context = {"pairing": pairing, "form": form, "others": [other for other in others if other.free]}
    return render(request, "caseload/ask_handover.html", context, status=422 if form.errors else 200)


@open_to(signed_in)
@require_safe
def handover(request: SignedIn, pk: int) -> HttpResponse:
    read = operations.open_handover(by=request.user, handover=found(request, pk), at=timezone.now())
    return render(request, "caseload/handover.html", {"shown": queries.handover_shown(read, request.user)})


@open_to(signed_in)
def answer_handover(request: SignedIn, pk: int) -> HttpResponse:
    """The member says yes with what they hand on; later they choose that anew."""
    shown = queries.handover_shown(found(request, pk), request.user)
    if not shown.is_member:
        raise Http404
    if not (shown.may_decide or shown.may_choose):
        return redirect("handover", pk=pk)
    initial = {"parts": shown.handover.handed_on, "words": shown.handover.member_words}
    form = AnswerForm(posted(request), parts=shown.parts, initial=initial)
    if form.is_valid():
        answer = operations.agree_to_handover if shown.may_decide else operations.choose_what_is_handed_on
        answer(
            by=request.user,
            handover=shown.handover,
            parts=form.chosen(),
            words=form.cleaned_data["words"],
            at=timezone.now(),
        )
        messages.success(request, "Done." if shown.may_decide else "Saved.")
        return redirect("handover", pk=pk)
    return render(request, "caseload/answer_handover.html", {"shown": shown, "form": form})


@open_to(signed_in)
def handover_summary(request: SignedIn, pk: int) -> HttpResponse:
    shown = queries.handover_shown(found(request, pk), request.user)
    if not shown.was_alongside:
        raise Http404
    if not shown.may_write:
        return redirect("handover", pk=pk)
    form = SummaryForm(posted(request), initial={"words": shown.handover.summary})
    if form.is_valid():
        words = form.cleaned_data["words"]
        operations.write_summary(by=request.user, handover=shown.handover, words=words, at=timezone.now())
        messages.success(request, "Saved.")
        return redirect("handover", pk=pk)
    context = {"shown": shown, "form": form}
    return render(request, "caseload/handover_summary.html", context, status=422 if form.errors else 200)


@open_to(signed_in)
def refuse_handover(request: SignedIn, pk: int) -> HttpResponse:
    """The member stays as they are, or the others call it off, after a page that says what will happen."""
    shown = queries.handover_shown(found(request, pk), request.user)
    if not (shown.may_decide or shown.may_call_off):
        return redirect("handover", pk=pk)
    if request.method == "POST":
        no = operations.refuse_handover if shown.may_decide else operations.call_off_handover
        no(by=request.user, handover=shown.handover, at=timezone.now())
        messages.success(request, "Everything stays as it is.")
        return redirect("handover", pk=pk)
    return render(request, "caseload/refuse_handover.html", {"shown": shown})


def found(request: SignedIn, pk: int) -> Handover:
    return get_object_or_404(queries.handovers_for(request.user), pk=pk)
