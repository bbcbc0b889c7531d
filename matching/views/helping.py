"""Pages on which advisers and peers offer themselves, and see who may choose them."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from matching import operations, queries
from matching.answers import answers_of, next_to_answer
from matching.forms import CapacityForm
from matching.models import Helper
from matching.steps import HELPING
from matching.views.walking import Path, question
from people.access import open_to
from people.models import Person
from people.requests import SignedIn, posted
from people.rules import signed_in

PATH = Path(HELPING, step_page="offer_step", check_page="offer_check")


@open_to(signed_in)
def offer_support(request: SignedIn) -> HttpResponse:
    """What will be asked; pressing "Start" begins the draft."""
    if request.method == "POST":
        helper = operations.offer_help(by=request.user, at=timezone.now())
        return redirect("offer_check") if helper.kind else redirect("offer_step", slug=HELPING.steps[0].slug)
    helper_now = queries.helper_of(request.user)
    if helper_now is None:
        return render(request, "matching/offer_support.html", {"steps": HELPING})
    return redirect("offer_check" if helper_now.state == Helper.State.DRAFT else "helping")


@open_to(signed_in)
def offer_step(request: SignedIn, slug: str) -> HttpResponse:
    helper = queries.helper_of(request.user)
    if helper is None:
        return redirect("offer_support")
    if slug == "kind" and helper.state != Helper.State.DRAFT:
        # The checks were made for this kind of help; another kind needs a new look by a coordinator.
        return redirect("helping")
    save = partial(operations.save_helper, by=request.user, helper=helper)
    return question(request, PATH, slug, helper, save)


@open_to(signed_in)
def offer_check(request: SignedIn) -> HttpResponse:
    """All answers on one page; for a draft, sending is the last step."""
    helper = queries.helper_of(request.user)
    if helper is None:
        return redirect("offer_support")
    error: ValidationError | None = None
    if request.method == "POST":
        try:
            operations.send_offer_of_help(by=request.user, helper=helper, at=timezone.now())
        except ValidationError as missing:
            error = missing
        else:
            messages.success(request, "Thank you. A coordinator will check your offer and be in touch.")
            return redirect("helping")
    return render(
        request,
        "matching/offer_check.html",
        {
            "answers": answers_of(helper, HELPING),
            "helper": helper,
            "missing": error and error.messages,
            "to_answer": next_to_answer(helper, HELPING),
        },
    )


@open_to(signed_in)
def helping(request: SignedIn) -> HttpResponse:
    """My offer of help: places, who may choose me, whom I am alongside."""
    helper = queries.helper_of(request.user)
    if helper is None or helper.state == Helper.State.DRAFT:
        return redirect("offer_support")
    form = CapacityForm(posted(request), initial={"capacity": helper.capacity})
    if request.method == "POST" and form.is_valid():
        capacity = form.cleaned_data["capacity"]
        try:
            operations.change_capacity(by=request.user, helper=helper, capacity=capacity)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "Saved.")
            return redirect("helping")
    return render(
        request,
        "matching/helping.html",
        {
            "helper": helper,
            "form": form,
            "suggestions": queries.suggested_to(request.user),
            "pairings": queries.pairings_of(request.user).filter(helper=helper),
        },
    )


@open_to(signed_in)
@require_safe
def story(request: SignedIn, pk: int) -> HttpResponse:
    """What the member wrote who may choose me."""
    proposal = queries.suggestion_for(request.user, pk)
    if proposal is None:
        raise Http404
    words = operations.open_story(by=request.user, proposal=proposal, at=timezone.now())
    return render(request, "matching/story.html", {"member": proposal.request.person, "story": words})


@open_to(signed_in)
@require_POST
def pause_help(request: SignedIn) -> HttpResponse:
    operations.pause_help(by=request.user, helper=own_helper(request.user), at=timezone.now())
    messages.success(request, "You are paused. Nobody new can choose you; the people you are alongside stay.")
    return redirect("helping")


@open_to(signed_in)
@require_POST
def resume_help(request: SignedIn) -> HttpResponse:
    operations.resume_help(by=request.user, helper=own_helper(request.user), at=timezone.now())
    messages.success(request, "Welcome back. You can be matched again.")
    return redirect("helping")


def own_helper(person: Person) -> Helper:
    helper = queries.helper_of(person)
    if helper is None:
        raise Http404
    return helper
