"""Pages about checks: who offers help and waits for one, a helper's record of them, and what is asked of each kind."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching import operations, queries
from matching.forms import CheckForm, CheckRuleForm, CredentialForm
from matching.models import Helper
from matching.rules import may_change_checks
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators, helpers


@open_to(coordinators)
def helpers_to_check(request: SignedIn) -> HttpResponse:
    waiting = queries.helpers_to_check(request.user).filter(state=Helper.State.TO_CHECK)
    return render(request, "matching/helpers_to_check.html", {"helpers": waiting})


@open_to(coordinators)
def confirm_helper(request: SignedIn, pk: int) -> HttpResponse:
    helper = get_object_or_404(queries.helpers_to_check(request.user), pk=pk)
    now = timezone.now()
    form = CheckForm(posted(request), today=timezone.localdate(now), initial={"vetted_until": helper.vetted_until})
    if request.method == "POST" and form.is_valid():
        operations.confirm_helper(
            by=request.user, helper=helper, vetted_until=form.cleaned_data["vetted_until"], at=now
        )
        if helper.vetted_until is None:
            messages.warning(request, f"It is noted. Something else is missing before {helper} can be matched.")
            return redirect("helper_checks", pk=pk)
        messages.success(request, f"{helper} can be matched.")
        return redirect("helpers_to_check")
    opened = operations.open_check(by=request.user, helper=helper, at=now)
    context = {"helper": opened, "form": form, "rule": queries.rule_for(helper.kind)}
    return render(request, "matching/confirm_helper.html", context)


@open_to(coordinators)
@require_safe
def helper_checks(request: SignedIn, pk: int) -> HttpResponse:
    """Somebody's record of checks, for who coordinates them."""
    helper = get_object_or_404(queries.helpers_to_check(request.user), pk=pk)
    now = timezone.now()
    opened = operations.open_check(by=request.user, helper=helper, at=now)
    return render(request, "matching/helper_checks.html", {"checks": queries.checks_of(opened, at=now)})


@open_to(coordinators)
def note_credential(request: SignedIn, pk: int) -> HttpResponse:
    helper = get_object_or_404(queries.helpers_to_check(request.user), pk=pk)
    now = timezone.now()
    form = CredentialForm(posted(request), today=timezone.localdate(now))
    if request.method == "POST" and form.is_valid():
        operations.note_credential(by=request.user, helper=helper, at=now, **form.cleaned_data)
        messages.success(request, "It is noted.")
        return redirect("helper_checks", pk=pk)
    return render(request, "matching/credential_new.html", {"helper": helper, "form": form})


@open_to(coordinators)
def take_back_credential(request: SignedIn, pk: int) -> HttpResponse:
    """Take something back, after a page that says what will happen."""
    credential = get_object_or_404(queries.credentials_for(request.user), pk=pk)
    if request.method == "POST":
        operations.take_back_credential(by=request.user, credential=credential, at=timezone.now())
        messages.success(request, "It is taken back.")
        return redirect("helper_checks", pk=credential.helper_id)
    return render(request, "matching/credential_taken_back.html", {"credential": credential})


@open_to(helpers)
@require_safe
def my_checks(request: SignedIn) -> HttpResponse:
    """An adviser's or a peer's own record of checks."""
    helper = queries.helper_of(request.user)
    checks = queries.checks_of(helper, at=timezone.now()) if helper else None
    return render(request, "matching/my_checks.html", {"checks": checks})


@open_to(coordinators)
@require_safe
def check_rules(request: SignedIn) -> HttpResponse:
    context = {
        "rules": queries.check_rules(),
        "earlier": queries.earlier_check_rules(),
        "may_change": may_change_checks(request.user),
    }
    return render(request, "matching/check_rules.html", context)


@open_to(may_change_checks)
def change_check_rule(request: SignedIn, kind: str) -> HttpResponse:
    if kind not in Helper.Kind.values:
        raise Http404
    rule = queries.rule_for(kind)
    form = CheckRuleForm.of(rule, posted(request))
    if request.method == "POST" and form.is_valid():
        operations.change_check_rule(by=request.user, helper_kind=kind, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "This is asked from now on.")
        return redirect("check_rules")
    return render(request, "matching/check_rule.html", {"rule": rule, "form": form})
