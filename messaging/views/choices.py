"""What somebody wants to hear, how and when; the phone and the browsers that are told."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from messaging import operations, queries, vapid
from messaging.forms import ChoicesForm, DeviceForm, PhoneCodeForm, PhoneForm
from messaging.models import Channel
from messaging.receivers import DEVICE
from messaging.stopping import ALL, stop_path
from messaging.ways_out import open_ways
from people.access import open_to
from people.requests import SignedIn, posted
from people.rules import anyone, signed_in


@open_to(signed_in)
def notice_choices(request: SignedIn) -> HttpResponse:
    person = request.user
    form = ChoicesForm(
        posted(request), grid=queries.grid_of(person), hours=queries.hours_of(person), channels=open_ways()
    )
    if request.method == "POST" and form.is_valid():
        operations.choose_notices(by=person, **form.choices())
        messages.success(request, "Your choices are saved.")
        return redirect("notice_choices")
    context = {
        "form": form,
        "gets_mails": queries.gets_mails(person, ALL),
        "mails_url": stop_path(person, ALL),
        "offers_texts": Channel.SMS in form.channels,
        "push_key": vapid.public_key(),
        "device": queries.device_among(person, request.session.get(DEVICE, "")),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "messaging/notice_choices.html", context, status=status)


@open_to(signed_in)
def phone(request: SignedIn) -> HttpResponse:
    form = PhoneForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.send_phone_code(by=request.user, phone=form.cleaned_data["phone"], at=timezone.now())
        except ValidationError as error:
            form.add_error("phone", error)
        else:
            return redirect("phone_code")
    return render(request, "messaging/phone.html", {"form": form})


@open_to(signed_in)
def phone_code(request: SignedIn) -> HttpResponse:
    form = PhoneCodeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.confirm_phone(by=request.user, code=form.cleaned_data["code"], at=timezone.now())
        except ValidationError as error:
            form.add_error("code", error)
        else:
            messages.success(request, "Your number is confirmed. Choose below what you want to hear by text message.")
            return redirect("notice_choices")
    return render(request, "messaging/phone_code.html", {"form": form})


@open_to(signed_in)
@require_POST
def remove_phone(request: SignedIn) -> HttpResponse:
    operations.remove_phone(by=request.user)
    messages.success(request, "Your number is removed. You get no more texts.")
    return redirect("notice_choices")


@open_to(signed_in)
@require_POST
def devices(request: SignedIn) -> HttpResponse:
    """Turn notices on for the browser that asks, or off again; called by a script, so it answers without a page."""
    if "off" in request.POST:
        operations.remove_device(by=request.user, endpoint=request.POST.get("endpoint", ""))
        request.session.pop(DEVICE, None)
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    form = DeviceForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=HTTPStatus.UNPROCESSABLE_ENTITY)
    device = operations.add_device(by=request.user, at=timezone.now(), **form.cleaned_data)
    # Signing out here ends it: see receivers.
    request.session[DEVICE] = device.endpoint
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


@open_to(anyone)
@never_cache
@require_GET
def push_worker(request: HttpRequest) -> HttpResponse:
    """The script that shows a push, at an address that stays the same from release to release."""
    path = finders.find("js/push-worker.js")
    with open(str(path), encoding="utf-8") as file:
        return HttpResponse(file.read(), content_type="text/javascript; charset=utf-8")
