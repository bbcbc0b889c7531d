"""Pages about who is there for a member beside the one alongside them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caseload import operations, queries
from caseload.forms import AllowForm, AskCompanionForm, SpeakForm
from caseload.queries import CompanionShown
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators, signed_in


@open_to(coordinators)
def ask_companion(request: SignedIn, pk: int) -> HttpResponse:
    member = get_object_or_404(queries.people_coordinated_by(request.user), pk=pk)
    now = timezone.now()
    people = queries.possible_companions(member, request.user, on=timezone.localdate(now))
    form = AskCompanionForm(posted(request), people=people)
    if form.is_valid():
        try:
            made = operations.ask_companion(by=request.user, member=member, at=now, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"{member} is asked. Nothing begins before they say yes.")
            return redirect("companion", pk=made.pk)
    context = {"member": member, "form": form}
    return render(request, "caseload/ask_companion.html", context, status=422 if form.errors else 200)


@open_to(signed_in)
@require_safe
def companion(request: SignedIn, pk: int) -> HttpResponse:
    found = shown(request, pk)
    operations.open_companion(by=request.user, companion=found.companion, at=timezone.now())
    return render(request, "caseload/companion.html", {"shown": found})


@open_to(signed_in)
def allow_companion(request: SignedIn, pk: int) -> HttpResponse:
    """The member says yes and what the other may; later they say that anew."""
    found = shown(request, pk)
    if not found.is_member:
        raise Http404
    if not (found.may_answer or found.may_change):
        return redirect("companion", pk=pk)
    one = found.companion
    initial = {"may_read": one.may_read, "acts": [act.value for act in found.acts]}
    form = AllowForm(posted(request), companion=one, initial=initial)
    if form.is_valid():
        say = operations.agree_to_companion if found.may_answer else operations.change_companion
        say(by=request.user, companion=one, at=timezone.now(), **form.allowed())
        messages.success(request, f"{one.person} is there for you." if found.may_answer else "Saved.")
        return redirect("companion", pk=pk)
    return render(request, "caseload/allow_companion.html", {"shown": found, "form": form})


@open_to(signed_in)
def end_companion(request: SignedIn, pk: int) -> HttpResponse:
    """Say no, or end it, after a page that says what will happen."""
    found = shown(request, pk)
    if not found.may_end:
        return redirect("companion", pk=pk)
    if request.method == "POST":
        end = operations.refuse_companion if found.may_answer else operations.end_companion
        end(by=request.user, companion=found.companion, at=timezone.now())
        messages.success(request, "It is done.")
        return redirect("home")
    return render(request, "caseload/end_companion.html", {"shown": found})


@open_to(signed_in)
def speak_for(request: SignedIn, pk: int) -> HttpResponse:
    """An advocate speaks to the coordinators in the member's name."""
    found = shown(request, pk)
    if not found.may_speak:
        raise Http404
    form = SpeakForm(posted(request))
    if form.is_valid():
        words = form.cleaned_data["words"]
        operations.speak_for(by=request.user, companion=found.companion, words=words, at=timezone.now())
        messages.success(request, "It is said. They read it too.")
        return redirect("companion", pk=pk)
    context = {"shown": found, "form": form}
    return render(request, "caseload/speak_for.html", context, status=422 if form.errors else 200)


def shown(request: SignedIn, pk: int) -> CompanionShown:
    return queries.companion_shown(get_object_or_404(queries.companions_for(request.user), pk=pk), request.user)
