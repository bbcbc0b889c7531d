"""What was decided about oneself: what, why, until when, and how to say that it is wrong."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import signed_in
from safeguarding import operations, queries
from safeguarding.forms import AppealForm
from safeguarding.rules import may_appeal


@open_to(signed_in)
@require_safe
def my_measures(request: SignedIn) -> HttpResponse:
    context = {"measures": queries.measures_told_to(request.user), "now": timezone.now()}
    return render(request, "safeguarding/my_measures.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def measure(request: SignedIn, pk: int) -> HttpResponse:
    """Read it, and appeal once; also for who was taken out and reads nothing else there any more."""
    found = get_object_or_404(queries.measures_told_to(request.user), pk=pk)
    form = AppealForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.appeal_against(by=request.user, measure=found, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "Thank you. Somebody who had no part in it will answer within seven days.")
            return redirect("measure", pk=pk)
    context = {
        "measure": found,
        "form": form,
        "may_appeal": may_appeal(request.user, found),
        "now": timezone.now(),
    }
    return render(request, "safeguarding/measure.html", context)
