"""The list of concerns and the page of each, for those who keep people safe."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from people.access import open_to
from people.handing_out import headers_of
from people.models import Person
from people.requests import SignedIn, posted
from safeguarding import operations, queries
from safeguarding.forms import JudgedOutcomeForm, OutcomeForm
from safeguarding.models import Concern
from safeguarding.rules import may_decide, those_who_moderate

CONCERNS_A_PAGE = 50


@open_to(those_who_moderate)
def concerns(request: SignedIn) -> HttpResponse:
    closed = "closed" in request.GET
    found = Paginator(queries.concerns_for(request.user, closed=closed), CONCERNS_A_PAGE)
    page = found.get_page(request.GET.get("page"))
    context = {"page": page, "closed": closed, "alarms": queries.alarms_counted()}
    return render(request, "safeguarding/concerns.html", context)


@open_to(those_who_moderate)
def concern(request: SignedIn, pk: int) -> HttpResponse:
    found = visible_concern(request.user, pk)
    form = (JudgedOutcomeForm if found.was_noticed else OutcomeForm)(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.close_concern(by=request.user, concern=found, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "The concern is closed.")
            return redirect("concerns")
    decides = may_decide(request.user, found)
    return render(
        request,
        "safeguarding/concern.html",
        {"concern": found, "files": queries.files_of(found), "form": form, "may_decide": decides},
    )


@open_to(those_who_moderate)
@require_safe
def evidence_file(request: SignedIn, pk: int, file: int) -> HttpResponse:
    found = get_object_or_404(visible_concern(request.user, pk).evidence_files, pk=file)
    return HttpResponse(bytes(found.content), headers=headers_of(name=found.name, kind=found.kind, size=found.size))


@open_to(those_who_moderate)
@require_POST
def take_concern(request: SignedIn, pk: int) -> HttpResponse:
    found = visible_concern(request.user, pk)
    operations.take_concern(by=request.user, concern=found, at=timezone.now())
    return redirect("concern", pk=pk)


@open_to(those_who_moderate)
@require_POST
def hand_back_concern(request: SignedIn, pk: int) -> HttpResponse:
    found = visible_concern(request.user, pk)
    operations.hand_back_concern(by=request.user, concern=found, at=timezone.now())
    messages.success(request, "It is back on the list, for somebody else to take.")
    return redirect("concerns")


def visible_concern(viewer: Person, pk: int) -> Concern:
    return get_object_or_404(queries.all_concerns_for(viewer), pk=pk)
