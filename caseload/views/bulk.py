"""Pages on which a coordinator does one thing for many people, sees what was done, and undoes it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from caseload import operations, queries
from caseload.forms import ALL_OF_THEM, BulkForm, FilterForm, is_a_kind, ticked
from caseload.models import BulkChange
from people.access import open_to
from people.models import Person
from people.requests import SignedIn
from people.rules import coordinators


@open_to(coordinators)
def new_bulk_action(request: SignedIn) -> HttpResponse:
    """First to whom or where, then what will happen to whom; only the last button changes anything."""
    data = request.POST if request.method == "POST" else request.GET
    people = list(queries.people_for(request.user, chosen(data, request.user))) if is_a_kind(data.get("kind")) else []
    if not people:
        messages.warning(request, "Nobody was chosen. Tick whom it is about, then say what is to happen.")
        return redirect("desk")
    form = BulkForm(data, by=request.user)
    context: dict[str, Any] = {"form": form, "people": people, "preview": None, "faults": []}
    if not form.is_valid():
        return render(request, "caseload/bulk/new.html", context)
    order = form.order()
    if request.method == "POST":
        try:
            action = operations.do_for_many(
                by=request.user,
                order=order,
                people=[person.pk for person in people],
                mark=data.get("mark", ""),
                at=timezone.now(),
            )
        except ValidationError as error:
            context["faults"] = error.messages
        else:
            messages.success(request, "Done. You can undo it here.")
            return redirect("bulk_action", pk=action.pk)
    context["preview"] = queries.preview_of(order, people, by=request.user)
    return render(request, "caseload/bulk/new.html", context, status=422 if context["faults"] else 200)


def chosen(data: QueryDict, coordinator: Person) -> list[int]:
    """Whom it is about: those who were ticked, or the first of the whole section."""
    if data.get("whom") != ALL_OF_THEM:
        return list(ticked(data))
    filters = FilterForm(data, coordinator=coordinator).filters()
    return queries.people_in_section(coordinator, data.get("section", ""), at=timezone.now(), filters=filters)


@open_to(coordinators)
@require_safe
def bulk_actions(request: SignedIn) -> HttpResponse:
    page = queries.page_of_bulk_actions(request.user, request.GET.get("page"))
    return render(request, "caseload/bulk/all.html", {"page": page})


@open_to(coordinators)
@require_safe
def bulk_action(request: SignedIn, pk: int) -> HttpResponse:
    action = get_object_or_404(queries.bulk_actions_of(request.user), pk=pk)
    rows = queries.undoing_of(action, by=request.user)
    possible = sum(row.can_be_undone for row in rows)
    return render(request, "caseload/bulk/one.html", {"action": action, "rows": rows, "possible": possible})


@open_to(coordinators)
@require_POST
def undo_bulk_action(request: SignedIn, pk: int) -> HttpResponse:
    action = get_object_or_404(queries.bulk_actions_of(request.user), pk=pk)
    found = operations.undo_for_many(by=request.user, action=action, at=timezone.now())
    stayed = [str(row.change.person) for row in found if row.change.outcome != BulkChange.Outcome.UNDONE]
    if stayed:
        messages.warning(request, f"Left as they are, because something has changed since: {', '.join(stayed)}.")
    if len(stayed) < len(found):
        messages.success(request, f"Put back as it was for {len(found) - len(stayed)} of {len(found)}.")
    return redirect("bulk_action", pk=pk)
