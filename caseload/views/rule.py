"""The page of the rule for check-ins, for everybody, and the one on which it is changed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from caseload import queries
from caseload.forms import RuleForm
from people.access import open_to
from people.models import Person
from people.requests import SignedIn, posted
from people.rules import anyone
from support import operations
from support.queries import rule_in_force
from support.rules import may_change_check_in_rule


@open_to(anyone)
@require_safe
def check_in_rule(request: HttpRequest) -> HttpResponse:
    viewer = request.user if isinstance(request.user, Person) else None
    page = queries.rule_page_for(viewer)
    context = {"page": page, "may_change": may_change_check_in_rule(request.user)}
    return render(request, "caseload/check_in_rule.html", context)


@open_to(may_change_check_in_rule)
@require_http_methods(["GET", "HEAD", "POST"])
def change_check_in_rule(request: SignedIn) -> HttpResponse:
    version, rule = rule_in_force()
    before = {
        "instead_of": version,
        "fall_by": rule.fall_by,
        "over": rule.over,
        "silences": rule.silences,
        "on_more": rule.on_more,
    }
    form = RuleForm(posted(request), initial=before)
    if request.method == "POST" and form.is_valid():
        made = operations.change_check_in_rule(by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, f"Version {made.version} holds from now on.")
        return redirect("check_in_rule")
    return render(request, "caseload/change_check_in_rule.html", {"form": form})
