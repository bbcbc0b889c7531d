"""A coordinator's pages for rounds: start one, see how far it is and what came of it, cancel it, check it again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from matching import operations, queries
from matching.errors import RoundIsUnderWay
from matching.forms import RoundForm
from matching.models import Round, RoundRecord
from matching.rules import may_cancel_round, may_check_round
from people.access import open_to
from people.models import Person
from people.queries import coordinated_areas
from people.requests import SignedIn
from people.rules import coordinators


@open_to(coordinators)
@require_safe
def rounds(request: SignedIn) -> HttpResponse:
    return start_page(request, round_form(request.user))


def start_page(request: SignedIn, form: RoundForm, *, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "rounds": queries.rounds_for(request.user)[:50],
        "under_way": queries.rounds_under_way(request.user),
    }
    return render(request, "matching/rounds.html", context, status=status)


def round_form(person: Person, data: object = None) -> RoundForm:
    return RoundForm(data, areas=coordinated_areas(person), everywhere=person.coordinates_everywhere)


@open_to(coordinators)
@require_POST
def run_round(request: SignedIn) -> HttpResponse:
    """Start a round; where proposals would lapse, first say how many and ask again."""
    form = round_form(request.user, request.POST)
    if not form.is_valid():
        return start_page(request, form, status=422)
    asked = {name: form.cleaned_data[name] for name in ("area", "order", "configuration")}
    lapses = queries.proposals_to_lapse(asked["area"])
    if lapses != (form.cleaned_data["lapses"] or 0):
        return render(request, "matching/round_confirm.html", {**asked, "lapses": lapses})
    try:
        started = operations.start_round(by=request.user, **asked, at=timezone.now())
    except RoundIsUnderWay as busy:
        return render(request, "matching/round_under_way.html", {"words": busy.words, "round": busy.round}, status=409)
    return redirect("round", pk=started.pk)


@open_to(coordinators)
@require_safe
def round(request: SignedIn, pk: int) -> HttpResponse:
    """What came of a round; as long as it is not done, how far it is or why there is nothing."""
    made = seen_round(request.user, pk)
    if made.state != Round.State.DONE:
        context = {"round": made, "job": queries.job_of(made), "may_cancel": may_cancel_round(request.user, made)}
        return render(request, "matching/round_progress.html", context)
    return render(
        request,
        "matching/round.html",
        {
            "round": made,
            "result": queries.result_of(made, request.user),
            "publication": queries.publication_of(made),
            "may_check": may_check_round(request.user, made),
        },
    )


@open_to(coordinators)
@require_safe
def round_progress(request: SignedIn, pk: int) -> HttpResponse:
    """The piece of the page that says how far it is; nothing (204) once the page is to be read anew."""
    job = queries.job_of(seen_round(request.user, pk))
    return HttpResponse(status=204) if job is None else render(request, "matching/progress.html", {"job": job})


@open_to(coordinators)
@require_POST
def cancel_round(request: SignedIn, pk: int) -> HttpResponse:
    operations.cancel_round(by=request.user, round=seen_round(request.user, pk), at=timezone.now())
    messages.success(request, "The round is cancelled. Nothing has changed.")
    return redirect("rounds")


@open_to(coordinators)
@require_safe
def round_problem(request: SignedIn, pk: int) -> HttpResponse:
    return json_file(files_of_round(request.user, pk).problem, "problem.json")


@open_to(coordinators)
@require_safe
def round_plan(request: SignedIn, pk: int) -> HttpResponse:
    return json_file(files_of_round(request.user, pk).plan, "plan.json")


def seen_round(person: Person, pk: int) -> Round:
    return get_object_or_404(queries.rounds_for(person), pk=pk)


def files_of_round(person: Person, pk: int) -> RoundRecord:
    made = seen_round(person, pk)
    if not may_check_round(person, made):
        raise PermissionDenied
    files = queries.files_of(made)
    if files is None:
        raise Http404
    return files


def json_file(text: str, name: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
