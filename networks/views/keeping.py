"""Pages on which hosts keep a thread in order, and whoever began it says what it is about and what answered it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from networks import operations, queries
from networks.forms import ArrangementForm, NoteForm
from networks.views.addresses import address_of, home_of
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def arrange_thread(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.threads_arranged_by(request.user), pk=pk, network__slug=slug)
    form = ArrangementForm(request.POST if request.method == "POST" else None, thread=found)
    if form.is_valid():
        try:
            operations.arrange_thread(by=request.user, thread=found, to=form.arrangement, at=timezone.now())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "The thread is kept like this now.")
            return redirect(home_of(found))
    context = {"thread": found, "form": form, "back_url": home_of(found)}
    return render(request, "networks/arrange_thread.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def note_thread(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.threads_noted_by(request.user), pk=pk, network__slug=slug)
    form = NoteForm(
        request.POST if request.method == "POST" else None, initial={"sensitive_note": found.sensitive_note}
    )
    if form.is_valid():
        operations.note_sensitive(by=request.user, thread=found, note=form.cleaned_data["sensitive_note"])
        return redirect(home_of(found))
    return render(request, "networks/note_thread.html", {"thread": found, "form": form, "back_url": home_of(found)})


@open_to(signed_in)
@require_POST
def answer_thread(request: SignedIn, pk: int) -> HttpResponse:
    """Say that this post answered its thread; with `remove` no longer."""
    found = get_object_or_404(queries.replies_for(request.user), pk=pk)
    on = "remove" not in request.POST
    operations.solve_thread(by=request.user, thread=found.thread, post=found, on=on)
    return redirect(address_of(found))
