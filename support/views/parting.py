"""Pages of parting: the plan by which contact gets less, the end with a look back, what is shown to the next."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from matching.models import Pairing
from people.access import open_to
from people.errors import HasMovedOn
from people.requests import SignedIn, posted
from people.rules import signed_in
from support import operations, queries
from support.forms import EndingForm, StepDownForm
from support.models import StepDown
from support.queries import Before
from support.rules import is_member
from support.views.together import my_pairing


@open_to(signed_in)
@require_safe
def step_down(request: SignedIn, pk: int) -> HttpResponse:
    pairing = my_pairing(request.user, pk)
    context = {"pairing": pairing, "plan": queries.plan_of(request.user, pairing, timezone.localdate())}
    return render(request, "support/parting/step_down.html", context)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def propose_step_down(request: SignedIn, pk: int) -> HttpResponse:
    pairing = active_pairing(request, pk)
    form = StepDownForm(posted(request))
    if form.is_valid():
        said = form.cleaned_data
        try:
            operations.propose_step_down(
                by=request.user,
                pairing=pairing,
                stages=form.stages,
                until=said["until"],
                words=said["words"],
                at=timezone.now(),
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, "It is proposed. Nothing changes before the other has agreed.")
            return redirect("step_down", pk=pk)
    return render(request, "support/parting/propose_step_down.html", {"pairing": pairing, "form": form})


@open_to(signed_in)
@require_POST
def agree_to_step_down(request: SignedIn, pk: int, plan: int) -> HttpResponse:
    operations.agree_to_step_down(by=request.user, step_down=my_plan(request, pk, plan), at=timezone.now())
    messages.success(request, "You both agree. Either of you can call it off at any time.")
    return redirect("step_down", pk=pk)


@open_to(signed_in)
@require_POST
def call_off_step_down(request: SignedIn, pk: int, plan: int) -> HttpResponse:
    operations.call_off_step_down(by=request.user, step_down=my_plan(request, pk, plan), at=timezone.now())
    messages.success(request, "It is called off. You go on as before.")
    return redirect("step_down", pk=pk)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def end_together(request: SignedIn, pk: int) -> HttpResponse:
    """Look back first and write a few words, or keep them for later; a press ends it."""
    pairing = active_pairing(request, pk)
    found = queries.looking_back_of(request.user, pairing)
    form = EndingForm(posted(request), is_member=found.is_member, initial={"words": found.mine})
    if form.is_valid():
        words, now = form.cleaned_data["words"], timezone.now()
        if "later" in request.POST:
            operations.say_farewell(by=request.user, pairing=pairing, words=words, at=now)
            messages.success(request, "Your words are kept. Nothing has ended.")
            return redirect("together", pk=pk)
        wish = form.cleaned_data.get("wish", "")
        operations.end_together(by=request.user, pairing=pairing, words=words, wish=wish, at=now)
        messages.success(request, "It has ended. What you did together stays here.")
        return redirect("looking_back", pk=pk)
    context = {"pairing": pairing, "found": found, "form": form}
    return render(request, "support/parting/ending.html", context)


@open_to(signed_in)
@require_safe
def looking_back(request: SignedIn, pk: int) -> HttpResponse:
    pairing = my_pairing(request.user, pk)
    context = {"pairing": pairing, "found": queries.looking_back_of(request.user, pairing)}
    return render(request, "support/parting/looking_back.html", context)


@open_to(signed_in)
@require_safe
def earlier_time(request: SignedIn, pk: int, look_back: int) -> HttpResponse:
    """What the member did before, for themselves and for whom they show it to."""
    pairing = my_pairing(request.user, pk)
    context = {
        "pairing": pairing,
        "found": earlier(request, pairing, look_back),
        "is_member": is_member(request.user, pairing),
    }
    return render(request, "support/parting/earlier_time.html", context)


@open_to(signed_in)
@require_POST
def show_look_back(request: SignedIn, pk: int, look_back: int) -> HttpResponse:
    """Show it or, with `hide`, show it no more."""
    pairing = my_pairing(request.user, pk)
    found = earlier(request, pairing, look_back).look_back
    if "hide" in request.POST:
        operations.hide_look_back(by=request.user, look_back=found, pairing=pairing)
        messages.success(request, f"{pairing.helper} does not see it any more.")
    else:
        operations.show_look_back(by=request.user, look_back=found, pairing=pairing, at=timezone.now())
        messages.success(request, f"{pairing.helper} can read it now.")
    return redirect("together", pk=pk)


def active_pairing(request: SignedIn, pk: int) -> Pairing:
    pairing = my_pairing(request.user, pk)
    if pairing.state != Pairing.State.ACTIVE:
        raise HasMovedOn("This has ended. You can still read what you did together.")
    return pairing


def my_plan(request: SignedIn, pk: int, plan: int) -> StepDown:
    found = queries.step_down_for(my_pairing(request.user, pk), plan)
    if found is None:
        raise Http404
    return found


def earlier(request: SignedIn, pairing: Pairing, pk: int) -> Before:
    found = queries.earlier_time_of(request.user, pairing, pk)
    if found is None:
        raise Http404
    return found
