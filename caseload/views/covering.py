"""Pages about who stands in while somebody is away."""

from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caseload import operations, queries
from caseload.forms import CoverForm
from caseload.models import Absence
from matching.models import Pairing
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators, signed_in


@open_to(coordinators)
def plan_cover(request: SignedIn, pk: int) -> HttpResponse:
    pairing = get_object_or_404(queries.pairings_to_arrange(request.user), pk=pk)
    now = timezone.now()
    others = queries.others_for(pairing, viewer=request.user, at=now)
    alike = queries.others_to_cover(pairing, request.user)
    form = CoverForm(
        posted(request),
        others=others,
        alike=alike,
        today=timezone.localdate(now),
        initial=as_asked(queries.absence_of(pairing.helper)),
    )
    if form.is_valid():
        try:
            made = operations.plan_cover(by=request.user, pairing=pairing, facts=form.facts(), at=now)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"{made.helper} stands in. All three are told.")
            if form.is_for_all():
                plan_the_same(request, alike, form)
            return redirect("cover", pk=made.pk)
    context = {"pairing": pairing, "form": form, "others": others}
    return render(request, "caseload/plan_cover.html", context, status=422 if form.errors else 200)


def plan_the_same(request: SignedIn, alike: Sequence[Pairing], form: CoverForm) -> None:
    made, stay = operations.plan_covers(by=request.user, pairings=alike, facts=form.facts(), at=timezone.now())
    if made:
        messages.success(request, f"The same with {names_of(cover.pairing for cover in made)}.")
    if stay:
        messages.warning(request, f"Choose somebody else for {names_of(stay)}: that one cannot stand in there.")


def names_of(pairings: Iterable[Pairing]) -> str:
    return ", ".join(str(pairing.request.person) for pairing in pairings)


def as_asked(absence: Absence | None) -> dict[str, object]:
    """What the form begins with, where whoever is away has said when."""
    return {} if absence is None else {name: getattr(absence, name) for name in ("from_on", "until_on", "why")}


@open_to(signed_in)
@require_safe
def cover(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.covers_for(request.user), pk=pk)
    read = operations.open_cover(by=request.user, cover=found, at=timezone.now())
    return render(request, "caseload/cover.html", {"shown": queries.cover_shown(read, request.user)})


@open_to(signed_in)
def end_cover(request: SignedIn, pk: int) -> HttpResponse:
    """End it, after a page that says what will happen."""
    found = get_object_or_404(queries.covers_for(request.user), pk=pk)
    if request.method == "POST":
        operations.end_cover(by=request.user, cover=found, at=timezone.now())
        messages.success(request, "Nobody stands in any more. All three are told.")
        return redirect("cover", pk=pk)
    return render(request, "caseload/end_cover.html", {"shown": queries.cover_shown(found, request.user)})
