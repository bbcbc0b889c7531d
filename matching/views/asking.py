"""Pages on which a member asks for support and sees how it stands."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from matching import operations, queries
from matching.answers import answers_of, next_to_answer
from matching.forms import SendForm
from matching.models import Request
from matching.rules import may_still_change
from matching.steps import ASKING
from matching.views.walking import Path, question
from people.access import open_to
from people.queries import purposes_agreed_to
from people.requests import SignedIn, posted
from people.rules import signed_in

PATH = Path(ASKING, step_page="ask_step", check_page="ask_check")


@open_to(signed_in)
def ask(request: SignedIn) -> HttpResponse:
    """What will be asked; pressing "Start" begins the draft."""
    if request.method == "POST":
        draft = operations.ask(by=request.user, at=timezone.now())
        started = draft.topics.exists() or draft.story
        return redirect("ask_check") if started else redirect("ask_step", slug=ASKING.steps[0].slug)
    found = queries.open_request_of(request.user)
    if found is None:
        return render(request, "matching/ask.html", {"steps": ASKING})
    return redirect("ask_check" if found.state == Request.State.DRAFT else "my_request")


@open_to(signed_in)
def ask_step(request: SignedIn, slug: str) -> HttpResponse:
    found = queries.open_request_of(request.user)
    if found is None or not may_still_change(found):
        return redirect("ask")
    save = partial(operations.save_request, by=request.user, request=found)
    return question(request, PATH, slug, found, save)


@open_to(signed_in)
def ask_check(request: SignedIn) -> HttpResponse:
    """All answers on one page; sending them is the last step."""
    found = queries.open_request_of(request.user)
    if found is None:
        return redirect("ask")
    if found.state != Request.State.DRAFT:
        return redirect("my_request")
    form = SendForm(posted(request), initial={"consents": purposes_agreed_to(request.user)})
    if request.method == "POST" and form.is_valid():
        try:
            operations.send_request(
                by=request.user,
                request=found,
                consents=form.cleaned_data["consents"],
                at=timezone.now(),
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "Your request is sent. We will tell you when we have found someone.")
            return redirect("my_request")
    return render(
        request,
        "matching/ask_check.html",
        {
            "answers": answers_of(found, ASKING),
            "form": form,
            "found": found,
            "to_answer": next_to_answer(found, ASKING),
        },
    )


@open_to(signed_in)
def my_request(request: SignedIn) -> HttpResponse:
    """How my request stands: waiting, offers, somebody alongside, or stopped."""
    found = queries.latest_request_of(request.user)
    if found is None or found.state == Request.State.DRAFT:
        return redirect("ask")
    return render(
        request,
        "matching/my_request.html",
        {
            "found": found,
            "answers": answers_of(found, ASKING),
            "pairings": queries.pairings_of(request.user).filter(request=found),
            "changeable": may_still_change(found),
        },
    )


@open_to(signed_in)
def withdraw_request(request: SignedIn) -> HttpResponse:
    """Stop asking, after a page that says what will happen."""
    found = queries.open_request_of(request.user)
    if found is None or found.state == Request.State.PAIRED:
        return redirect("my_request")
    if request.method == "POST":
        operations.withdraw_request(by=request.user, request=found, at=timezone.now())
        messages.success(request, "You have stopped. If you ask again, your place in the queue is kept.")
        return redirect("home")
    return render(request, "matching/withdraw_request.html", {"found": found})


@open_to(signed_in)
def offers(request: SignedIn) -> HttpResponse:
    found = queries.open_request_of(request.user)
    return render(request, "matching/offers.html", {"offers": queries.offers_to(request.user), "found": found})


@open_to(signed_in)
@require_POST
def ask_for_another(request: SignedIn) -> HttpResponse:
    found = queries.open_request_of(request.user)
    if found is None:
        return redirect("ask")
    operations.ask_for_another(by=request.user, request=found, at=timezone.now())
    messages.success(request, "We will look for someone else. Your place in the queue is kept.")
    return redirect("my_request")
