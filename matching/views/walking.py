"""What asking and offering have in common: one question a page, save and come back, check the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from matching.models import Helper, Request
from matching.steps import Step, Walk
from people.forms import keep_area
from people.requests import SignedIn, posted


class Save(Protocol):
    """An operation that keeps one page's answers, with everything else it needs filled in."""

    def __call__(self, *, answers: Mapping[str, Any], facts: Mapping[str, Any]) -> None: ...


@dataclass(frozen=True)
class Path:
    """A walk with the names of its pages."""

    walk: Walk
    step_page: str
    check_page: str

    def url(self, step: Step) -> str:
        return reverse(self.step_page, args=[step.slug])


def question(request: SignedIn, path: Path, slug: str, thing: Request | Helper, save: Save) -> HttpResponse:
    """Show one question, or keep its answer and go on: to the next, back to the check, or home for now."""
    step = path.walk.find(slug)
    if step is None:
        raise Http404
    form = step.form(posted(request), initial=step.initial(thing))
    keep_area(form, request.user)
    if request.method == "POST" and form.is_valid():
        try:
            if step.is_of_person:
                save(answers={}, facts=form.cleaned_data)
            else:
                save(answers=form.cleaned_data, facts={})
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return go_on(request, path, step)
    elif "later" in request.POST and not form.has_changed():
        # Whoever only wants to leave is not told what is missing.
        return go_on(request, path, step)
    before = path.walk.before(step)
    context = {
        "form": form,
        "title": heading(step),
        "step": path.walk.number(step),
        "steps": len(path.walk),
        "back_url": path.url(before) if before else reverse(path.check_page),
    }
    return render(request, "matching/question.html", context)


def heading(step: Step) -> str:
    """The question itself where there is only one on the page."""
    fields = list(step.form(auto_id=False).fields.values())
    return str(fields[0].label) if len(fields) == 1 else step.title


def go_on(request: SignedIn, path: Path, step: Step) -> HttpResponse:
    if "later" in request.POST:
        messages.success(request, "Your answers are saved. Come back whenever you like.")
        return redirect("home")
    after = path.walk.after(step)
    if after is None or "change" in request.GET:
        return redirect(path.check_page)
    return redirect(path.url(after))
