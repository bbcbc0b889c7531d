"""The page on which somebody comes back: their answers and their place are kept."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from matching.queries import latest_request_of, open_request_of
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import signed_in
from support import operations, queries
from support.forms import WayBackForm


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def way_back(request: SignedIn) -> HttpResponse:
    """Who has never asked, or asks just now, is shown where that is done."""
    last = latest_request_of(request.user)
    if last is None or open_request_of(request.user) is not None:
        return redirect("ask")
    same = queries.helper_again(request.user)
    wish = request.GET.get("wish", "anew")
    form = WayBackForm(posted(request), same=str(same or ""), initial={"wish": wish})
    if form.is_valid():
        operations.ask_again(by=request.user, wish=form.cleaned_data["wish"], at=timezone.now())
        messages.success(request, "Your answers are as you left them. Nothing is sent yet.")
        return redirect("ask_check")
    return render(request, "support/parting/way_back.html", {"last": last, "form": form})
