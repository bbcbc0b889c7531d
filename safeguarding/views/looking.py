"""Pages on which somebody writes down what they found out about a concern, one for each kind of thing."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import those_who_keep_people_safe
from safeguarding import operations
from safeguarding.forms import EscalationForm, NoteForm, PlanForm, RiskForm, SeverityForm, SharingForm
from safeguarding.rules import may_decide, those_who_moderate
from safeguarding.views.deciding import visible_concern


@dataclass(frozen=True)
class Step:
    """What a page says, asks for and does."""

    title: str
    text: str
    submit: str
    done: str
    form: type[forms.Form]
    act: Callable[..., object]


def _page(request: SignedIn, pk: int, step: Step) -> HttpResponse:
    concern = visible_concern(request.user, pk)
    if not may_decide(request.user, concern):
        raise PermissionDenied("Somebody else decides about this one.")
    form = step.form(
        posted(request), initial={"severity": concern.severity, "risk": concern.risk, "plan": concern.plan}
    )
    if request.method == "POST" and form.is_valid():
        try:
            step.act(by=request.user, concern=concern, at=timezone.now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, step.done)
            # Who has just passed it on may not see it any more.
            still = those_who_keep_people_safe(request.user) or concern.escalated_at is None
            return redirect("concern", pk=pk) if still else redirect("concerns")
    return render(request, "safeguarding/concern_step.html", {"concern": concern, "form": form, "step": step})


NOTE = Step(
    "Add a note",
    "Notes stay as they are, in the order they were written.",
    "Add it",
    "It is noted.",
    NoteForm,
    operations.add_note,
)
CONTACT = Step(
    "Somebody was spoken with",
    "Say who spoke with whom, and what was said.",
    "Add it",
    "It is noted.",
    NoteForm,
    operations.note_contact,
)
ESCALATION = Step(
    "Pass it on",
    "It goes to those who keep the whole service safe, with every report of the same. Moderators of this place no "
    "longer see it then.",
    "Pass it on",
    "It is passed on, and they are told.",
    EscalationForm,
    operations.escalate_concern,
)
SEVERITY = Step(
    "How urgent is it?",
    "Until when somebody has to have looked goes by this.",
    "Change it",
    "It is changed.",
    SeverityForm,
    operations.change_severity,
)
RISK = Step("Judge the risk", "", "Note the risk", "The risk is noted.", RiskForm, operations.judge_risk)
PLAN = Step("Change the plan", "", "Keep the plan", "The plan is kept.", PlanForm, operations.change_plan)
SHARING = Step(
    "Something was shared",
    "Write down what was told to somebody outside of the service, so that it can be answered for.",
    "Write it down",
    "It is written down.",
    SharingForm,
    operations.share,
)


@open_to(those_who_moderate)
@require_http_methods(["GET", "HEAD", "POST"])
def concern_note(request: SignedIn, pk: int) -> HttpResponse:
    return _page(request, pk, NOTE)


@open_to(those_who_keep_people_safe)
@require_http_methods(["GET", "HEAD", "POST"])
def concern_contact(request: SignedIn, pk: int) -> HttpResponse:
    return _page(request, pk, CONTACT)


@open_to(those_who_moderate)
@require_http_methods(["GET", "HEAD", "POST"])
def concern_escalation(request: SignedIn, pk: int) -> HttpResponse:
    return _page(request, pk, ESCALATION)


@open_to(those_who_moderate)
@require_http_methods(["GET", "HEAD", "POST"])
def concern_severity(request: SignedIn, pk: int) -> HttpResponse:
    return _page(request, pk, SEVERITY)


@open_to(those_who_keep_people_safe)
@require_http_methods(["GET", "HEAD", "POST"])
def concern_risk(request: SignedIn, pk: int) -> HttpResponse:
    return _page(request, pk, RISK)


@open_to(those_who_keep_people_safe)
@require_http_methods(["GET", "HEAD", "POST"])
def concern_plan(request: SignedIn, pk: int) -> HttpResponse:
    return _page(request, pk, PLAN)


@open_to(those_who_keep_people_safe)
@require_http_methods(["GET", "HEAD", "POST"])
def concern_sharing(request: SignedIn, pk: int) -> HttpResponse:
    return _page(request, pk, SHARING)
