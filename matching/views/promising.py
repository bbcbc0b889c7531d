"""Pages about what is promised to whoever asks."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from matching import operations, queries
from matching.forms import PromiseForm
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators


@open_to(coordinators)
@require_safe
def promises(request: SignedIn) -> HttpResponse:
    return render(request, "matching/promises.html", {"promises": queries.promises_for(request.user)})


@open_to(coordinators)
@require_http_methods(["GET", "HEAD", "POST"])
def change_promise(request: SignedIn, pk: int) -> HttpResponse:
    promised = queries.promise_for(request.user, pk)
    if promised is None:
        raise Http404
    form = PromiseForm(posted(request), initial={"days": promised.days})
    if request.method == "POST" and form.is_valid():
        operations.change_promise(by=request.user, area=promised.area, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "This is promised from now on.")
        return redirect("promises")
    return render(request, "matching/promise.html", {"promised": promised, "form": form})
