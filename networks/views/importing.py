"""The page on which hosts and coordinators bring threads in from elsewhere."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from networks import operations, queries
from networks.forms import ThreadsForm
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import signed_in


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def import_into_network(request: SignedIn, slug: str) -> HttpResponse:
    network = get_object_or_404(queries.networks_looked_after_by(request.user), slug=slug)
    form = ThreadsForm(posted(request), request.FILES or None)
    report: operations.Imported | None = None
    faults: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            report = operations.import_table(
                by=request.user,
                network=network,
                file=form.cleaned_data["file"],
                dry_run=form.cleaned_data["dry_run"],
                at=timezone.now(),
            )
        except ValidationError as error:
            faults = error.messages
    context = {"network": network, "form": form, "report": report, "faults": faults}
    return render(request, "networks/import.html", context, status=422 if faults else 200)
