"""A coordinator's pages for the weights: every version, what changed with it, and a new one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching import operations, queries
from matching.forms import ConfigurationForm
from matching.rules import may_change_weights
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators


@open_to(coordinators)
@require_safe
def configurations(request: SignedIn) -> HttpResponse:
    context = {"versions": queries.configurations(), "may_change": may_change_weights(request.user)}
    return render(request, "matching/configurations.html", context)


@open_to(coordinators)
@require_safe
def configuration(request: SignedIn, version: str) -> HttpResponse:
    found = next((each for each in queries.configurations() if each.configuration.version == version), None)
    if found is None:
        raise Http404
    context = {"version": found, "may_change": may_change_weights(request.user)}
    return render(request, "matching/configuration.html", context)


@open_to(may_change_weights)
def change_weights(request: SignedIn) -> HttpResponse:
    """A new version, which starts from the newest."""
    newest = queries.current_configuration()
    form = ConfigurationForm.of(newest, posted(request))
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        try:
            made = operations.change_weights(
                by=request.user,
                instead_of=answers["instead_of"],
                weights=form.weights,
                spread=answers["spread"],
                offers_at_once=answers["offers_at_once"],
                note=answers["note"],
                at=timezone.now(),
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"Rounds use version {made} from now on. Earlier rounds keep theirs.")
            return redirect("configurations")
    return render(request, "matching/configuration_new.html", {"form": form, "newest": newest})
