"""Pages on which coordinators write the words agreements begin with."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators
from support import operations, queries, rules
from support.forms import TemplateForm
from support.terms import BEGINNING


@open_to(coordinators)
@require_safe
def agreement_templates(request: SignedIn) -> HttpResponse:
    context = {"templates": queries.templates_for(request.user)}
    return render(request, "support/agreements/templates.html", context)


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def new_agreement_template(request: SignedIn) -> HttpResponse:
    form = TemplateForm(
        posted(request),
        areas=queries.areas_to_write_for(request.user),
        everywhere=request.user.coordinates_everywhere,
        initial=BEGINNING.as_fields(),
    )
    if form.is_valid():
        said = form.cleaned_data
        try:
            operations.write_template(
                by=request.user,
                helper_kind=said["helper_kind"],
                area=said["area"],
                terms=form.terms,
                review_after_days=said["review_after_days"],
                at=timezone.now(),
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "New agreements begin with these words.")
            return redirect("agreement_templates")
    return render(request, "support/agreements/template.html", {"form": form})


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def agreement_template(request: SignedIn, pk: int) -> HttpResponse:
    """Read one and, where it is the viewer's to write, change it."""
    found = get_object_or_404(queries.templates_for(request.user), pk=pk)
    initial = found.terms.as_fields() | {"review_after_days": found.review_after_days}
    form = TemplateForm(posted(request), initial=initial)
    if form.is_valid():
        operations.change_template(
            by=request.user,
            template=found,
            terms=form.terms,
            review_after_days=form.cleaned_data["review_after_days"],
            at=timezone.now(),
        )
        messages.success(request, "New agreements begin with these words.")
        return redirect("agreement_templates")
    may_write = rules.may_write_template(request.user, found.area)
    return render(request, "support/agreements/template.html", {"form": form, "found": found, "may_write": may_write})
