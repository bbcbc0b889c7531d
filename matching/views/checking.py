"""A coordinator's pages for checking who offers help."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from matching import operations, queries
from matching.forms import CheckForm
from matching.models import Helper
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators


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
        messages.success(request, f"{helper} can be matched.")
        return redirect("helpers_to_check")
    opened = operations.open_check(by=request.user, helper=helper, at=now)
    return render(request, "matching/confirm_helper.html", {"helper": opened, "form": form})
