"""Pages of the lists that a coordinator keeps."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caseload import operations, queries
from caseload.forms import FilterForm, NewWorkListForm, WorkListForm
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators


@open_to(coordinators)
@require_safe
def work_lists(request: SignedIn) -> HttpResponse:
    return render(request, "caseload/work_lists.html", {"lists": queries.work_lists_of(request.user)})


@open_to(coordinators)
def new_work_list(request: SignedIn) -> HttpResponse:
    """What is in the address is kept; nothing else of the desk is."""
    filters = FilterForm(request.GET, coordinator=request.user)
    form = NewWorkListForm(posted(request), initial={"section": request.GET.get("section", "")})
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.save_work_list(
                by=request.user,
                name=form.cleaned_data["name"],
                section=form.cleaned_data["section"],
                filters=filters.chosen(),
                at=timezone.now(),
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"“{made}” is kept. You find it on your desk.")
            return redirect(made.link)
    return render(request, "caseload/work_list_new.html", {"form": form, "filters": filters.in_words()})


@open_to(coordinators)
def work_list(request: SignedIn, pk: int) -> HttpResponse:
    """Another name for a list."""
    found = get_object_or_404(queries.work_lists_of(request.user), pk=pk)
    form = WorkListForm(posted(request), initial={"name": found.name})
    if request.method == "POST" and form.is_valid():
        try:
            operations.rename_work_list(by=request.user, work_list=found, name=form.cleaned_data["name"])
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"The list is called “{found}” now.")
            return redirect("work_lists")
    return render(request, "caseload/work_list.html", {"form": form, "work_list": found})


@open_to(coordinators)
def delete_work_list(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.work_lists_of(request.user), pk=pk)
    if request.method == "POST":
        operations.delete_work_list(by=request.user, work_list=found)
        messages.success(request, f"“{found}” is deleted. Nothing else has changed.")
        return redirect("work_lists")
    return render(request, "caseload/work_list_delete.html", {"work_list": found})
