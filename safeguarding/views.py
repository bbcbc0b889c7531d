"""Pages of safeguarding: crisis help, blocks, and the list of concerns for those who keep people safe."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from people.access import open_to
from people.models import Person
from people.requests import SignedIn, posted
from people.rules import anyone, signed_in, those_who_keep_people_safe
from safeguarding import operations, queries
from safeguarding.forms import OutcomeForm
from safeguarding.models import Concern
from safeguarding.rules import may_decide

CONCERNS_A_PAGE = 50


@open_to(anyone)
def crisis_help(request: HttpRequest) -> HttpResponse:
    return render(request, "safeguarding/crisis.html")


@open_to(signed_in)
def blocks(request: SignedIn) -> HttpResponse:
    return render(request, "safeguarding/blocks.html", {"blocks": queries.blocks_made_by(request.user)})


@open_to(signed_in)
@require_POST
def lift_block(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(queries.blocks_made_by(request.user), pk=pk)
    operations.lift_block(by=request.user, row=row, at=timezone.now())
    messages.success(request, f"{row.known_as} is no longer blocked.")
    return redirect("blocks")


@open_to(those_who_keep_people_safe)
def concerns(request: SignedIn) -> HttpResponse:
    closed = "closed" in request.GET
    found = Paginator(queries.concerns_for(request.user, closed=closed), CONCERNS_A_PAGE)
    page = found.get_page(request.GET.get("page"))
    return render(request, "safeguarding/concerns.html", {"page": page, "closed": closed})


@open_to(those_who_keep_people_safe)
def concern(request: SignedIn, pk: int) -> HttpResponse:
    found = visible_concern(request.user, pk)
    form = OutcomeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.close_concern(
                by=request.user,
                concern=found,
                outcome=form.cleaned_data["outcome"],
                at=timezone.now(),
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "The concern is closed.")
            return redirect("concerns")
    decides = may_decide(request.user, found)
    return render(
        request,
        "safeguarding/concern.html",
        {"concern": found, "form": form, "may_decide": decides},
    )


@open_to(those_who_keep_people_safe)
@require_POST
def take_concern(request: SignedIn, pk: int) -> HttpResponse:
    found = visible_concern(request.user, pk)
    operations.take_concern(by=request.user, concern=found, at=timezone.now())
    return redirect("concern", pk=pk)


@open_to(those_who_keep_people_safe)
@require_POST
def hand_back_concern(request: SignedIn, pk: int) -> HttpResponse:
    found = visible_concern(request.user, pk)
    operations.hand_back_concern(by=request.user, concern=found, at=timezone.now())
    messages.success(request, "It is back on the list, for somebody else to take.")
    return redirect("concerns")


def visible_concern(viewer: Person, pk: int) -> Concern:
    return get_object_or_404(queries.all_concerns_for(viewer), pk=pk)
