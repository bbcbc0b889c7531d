"""One's own record: what the service holds, what one agreed to, and who has read it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from people import operations, queries
from people.access import open_to
from people.forms import ConsentForm, ProfileForm, keep_area
from people.requests import SignedIn, posted
from people.rules import signed_in

READS_A_PAGE = 20


@open_to(signed_in)
def my_record(request: SignedIn) -> HttpResponse:
    reads = Paginator(queries.reads_of(request.user), READS_A_PAGE)
    return render(
        request,
        "people/my_record.html",
        {
            "areas_besides": queries.areas_besides(request.user),
            "consents": queries.consents_of(request.user),
            "reads": reads.get_page(request.GET.get("page")),
            "roles": request.user.current_roles,
            "topics": request.user.topics.all(),
        },
    )


@open_to(signed_in)
def profile(request: SignedIn) -> HttpResponse:
    person = request.user
    initial = {name: getattr(person, name) for name in ProfileForm.field_order if name != "topics"}
    form = ProfileForm(posted(request), initial={**initial, "topics": person.topics.all()})
    keep_area(form, person)
    if request.method == "POST" and form.is_valid():
        topics = form.cleaned_data.pop("topics")
        operations.change_profile(by=person, facts=form.cleaned_data, topics=topics)
        messages.success(request, "Your details are saved.")
        return redirect("my_record")
    return render(request, "people/profile.html", {"form": form})


@open_to(signed_in)
@require_POST
def give_consent(request: SignedIn) -> HttpResponse:
    form = ConsentForm(request.POST)
    if form.is_valid():
        purpose = form.cleaned_data["purpose"]
        operations.give_consent(by=request.user, purpose=purpose, at=timezone.now())
        messages.success(request, "Thank you. You can take this back at any time.")
    return redirect("my_record")


@open_to(signed_in)
@require_POST
def withdraw_consent(request: SignedIn) -> HttpResponse:
    form = ConsentForm(request.POST)
    if form.is_valid():
        purpose = form.cleaned_data["purpose"]
        operations.withdraw_consent(by=request.user, purpose=purpose, at=timezone.now())
        messages.success(request, "You have taken this back. It holds from now on.")
    return redirect("my_record")
