"""A coordinator tries out what would be if something were otherwise, side by side; nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.engine.questions.what_if import WhatIf
from matching.queries.present import Present, WhoChanges, present_of
from matching.queries.supposing import side_by_side, suppose, who_moves
from matching.views.results import done_round
from matching.what_if_forms import SUPPOSITIONS, Supposition
from people.access import open_to
from people.requests import SignedIn
from people.rules import coordinators

# More columns than these nobody compares, and each is a matching of its own.
MOST_COMPARED = 3
# The name under which each supposition stands in the address.
WITH = "with"


@dataclass(frozen=True)
class Compared:
    """One supposition worked out: who would have somebody else, and the address of the others without it."""

    form: Supposition
    found: WhatIf
    moved: WhoChanges
    without: str


@dataclass(frozen=True)
class Comparison:
    """What a page of suppositions shows; `go_to` is its address with one more of them in it."""

    context: dict[str, Any]
    go_to: str = ""
    has_faults: bool = False


@open_to(coordinators)
@require_safe
def what_if(request: SignedIn, pk: int) -> HttpResponse:
    """Figures and people as they are now, and with each supposition in the address; a new one is added to it."""
    made = done_round(request.user, pk)
    present = present_of(made, request.user, at=timezone.now())
    compared = compare(request.GET, request.path, present)
    if compared.go_to:
        return redirect(compared.go_to)
    context = {"round": made, "waiting": len(present.matching.cohort.seekers)} | compared.context
    return render(request, "matching/what_if.html", context, status=422 if compared.has_faults else 200)


def compare(data: QueryDict, path: str, present: Present) -> Comparison:
    """Work out what is supposed in an address, for whichever page shows it beside `present`."""
    addresses = data.getlist(WITH)[:MOST_COMPARED]
    asked = supposition(data, present)
    if asked is not None and asked.is_valid() and len(addresses) < MOST_COMPARED:
        return Comparison({}, go_to=path + address_of([*addresses, asked.address]))
    compared = [worked_out(form, present, addresses) for form in valid(addresses, present)]
    context = {
        "compared": compared,
        "lines": side_by_side(present, [one.found for one in compared]) if compared else [],
        "addresses": addresses,
        "forgotten": len(addresses) - len(compared),
        "may_add": len(compared) < MOST_COMPARED,
        "form": asked,
        "forms": [asked if asked and asked.kind == one.kind else one(present=present) for one in SUPPOSITIONS],
    }
    return Comparison(context, has_faults=asked is not None)


def supposition(data: QueryDict, present: Present) -> Supposition | None:
    """The form that this was said with, or None where nothing was said."""
    return next((form(data, present=present) for form in SUPPOSITIONS if form.kind == data.get("change")), None)


def valid(addresses: Sequence[str], present: Present) -> list[Supposition]:
    """What can still be supposed; a helper, for example, may have paused since."""
    forms = (supposition(QueryDict(address), present) for address in addresses)
    return [form for form in forms if form is not None and form.is_valid()]


def worked_out(form: Supposition, present: Present, addresses: Sequence[str]) -> Compared:
    changes = form.changes()
    found = suppose(present, changes, form.aim())
    without = address_of([address for address in addresses if address != form.address])
    return Compared(form, found, who_moves(present, found, changes), without)


def address_of(addresses: Sequence[str]) -> str:
    pairs: Sequence[tuple[str, str]] = [(WITH, address) for address in addresses]
    return f"?{urlencode(pairs)}"
