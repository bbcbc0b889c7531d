"""Pages about transfers between areas."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from caseload import operations, queries
from caseload.forms import MyTransferForm, RefusalForm, TransferForm
from caseload.rules import may_ask_for_transfer
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import coordinators, signed_in


@open_to(coordinators)
def ask_for_transfer(request: SignedIn, pk: int) -> HttpResponse:
    person = get_object_or_404(queries.people_to_transfer(request.user), pk=pk)
    form = TransferForm(posted(request), areas=queries.areas_to_go_to(person))
    if form.is_valid():
        try:
            made = operations.ask_for_transfer(by=request.user, person=person, at=timezone.now(), **form.facts())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"The coordinators of {made.to_area} are asked, and {person} is told.")
            return redirect("transfer", pk=made.pk)
    context = {"person": person, "form": form, "left": queries.area_to_leave(person, request.user)}
    return render(request, "caseload/transfer_new.html", context)


@open_to(signed_in)
def ask_for_my_transfer(request: SignedIn) -> HttpResponse:
    """For oneself, after which it is read there; while one waits, that is the one to read."""
    waits = queries.transfer_that_waits(request.user)
    if waits is not None:
        return redirect("transfer", pk=waits.pk)
    if not may_ask_for_transfer(request.user, request.user):
        return redirect("profile")
    form = MyTransferForm(posted(request), areas=queries.areas_to_go_to(request.user))
    if form.is_valid():
        try:
            made = operations.ask_for_transfer(by=request.user, person=request.user, at=timezone.now(), **form.facts())
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"The coordinators of {made.to_area} are asked. You are told what they say.")
            return redirect("transfer", pk=made.pk)
    return render(request, "caseload/transfer_mine.html", {"form": form})


@open_to(signed_in)
@require_safe
def transfer(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.transfers_for(request.user), pk=pk)
    read = operations.open_transfer(by=request.user, transfer=found, at=timezone.now())
    return render(request, "caseload/transfer.html", {"shown": queries.transfer_shown(read, request.user)})


@open_to(coordinators)
def agree_to_transfer(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.transfers_to_answer(request.user), pk=pk)
    if request.method == "POST":
        operations.agree_to_transfer(by=request.user, transfer=found, at=timezone.now())
        messages.success(request, f"{found.to_area} looks after {found.person} from now on.")
        return redirect("transfer", pk=pk)
    return render(request, "caseload/transfer_agreed.html", {"transfer": found})


@open_to(coordinators)
def refuse_transfer(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.transfers_to_answer(request.user), pk=pk)
    form = RefusalForm(posted(request))
    if form.is_valid():
        words = form.cleaned_data["words"]
        operations.refuse_transfer(by=request.user, transfer=found, words=words, at=timezone.now())
        messages.success(request, "It is refused. Whoever asked and the person are told.")
        return redirect("transfer", pk=pk)
    return render(request, "caseload/transfer_refused.html", {"transfer": found, "form": form})


@open_to(signed_in)
def take_back_transfer(request: SignedIn, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.transfers_to_take_back(request.user), pk=pk)
    if request.method == "POST":
        operations.take_back_transfer(by=request.user, transfer=found, at=timezone.now())
        messages.success(request, "It is taken back.")
        return redirect("transfer", pk=pk)
    return render(request, "caseload/transfer_taken_back.html", {"transfer": found})


@open_to(coordinators)
def end_belonging(request: SignedIn, pk: int, area: int) -> HttpResponse:
    """An area lets somebody go who belongs to it besides, after a page that says what will happen."""
    person = get_object_or_404(queries.people_to_transfer(request.user), pk=pk)
    besides = get_object_or_404(queries.areas_to_let_go(person, request.user), pk=area)
    if request.method == "POST":
        operations.end_belonging(by=request.user, person=person, area=besides, at=timezone.now())
        messages.success(request, f"{besides} looks after {person} no more.")
        return redirect("desk")
    return render(request, "caseload/belonging_ended.html", {"person": person, "area": besides})
