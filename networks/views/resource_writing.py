"""Pages to write what a network keeps, change it, go back, look it over, remove it and put it back."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from networks import operations, queries, rules
from networks.differences import stretches
from networks.forms import ChangeResourceForm, ResourceForm, ReviewForm
from networks.models import Network, Resource
from networks.views.resources import joined_network, version_of, visible_resource
from people.access import open_to
from people.models import Person
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def new_resource(request: SignedIn, slug: str) -> HttpResponse:
    network = joined_network(request.user, slug)
    only_leaders(request.user, network)
    form = ResourceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kept = operations.write_resource(by=request.user, network=network, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "The page is there for everybody in the network.")
        return redirect("resource", slug=slug, pk=kept.pk)
    return render(request, "networks/new_resource.html", {"network": network, "form": form})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def change_resource(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = resource_to_lead(request.user, slug, pk)
    begun_with = {"title": found.title, "body": found.body, "version": found.version}
    form = ChangeResourceForm(request.POST or None, initial=begun_with)
    context = {"network": found.network, "resource": found, "form": form}
    if request.method == "POST" and form.is_valid():
        began = form.cleaned_data["version"]
        try:
            operations.change_resource(by=request.user, resource=found, at=timezone.now(), **form.cleaned_data)
        except operations.ChangedMeanwhile as error:
            found = resource_to_lead(request.user, slug, pk)
            form.add_error(None, error)
            form.begin_from(found)
            before = version_of(found, request.user, min(began, found.version))
            context |= {
                "meanwhile": version_of(found, request.user, found.version),
                "stretches": stretches(before.body, found.body),
            }
        else:
            messages.success(request, "Saved. What it said before is in the history.")
            return redirect("resource", slug=slug, pk=pk)
    return render(request, "networks/change_resource.html", context)


@open_to(signed_in)
@require_POST
def restore_version(request: SignedIn, slug: str, pk: int, version: int) -> HttpResponse:
    found = visible_resource(request.user, slug, pk)
    earlier = version_of(found, request.user, version)
    operations.restore_version(by=request.user, earlier=earlier, at=timezone.now())
    messages.success(request, f"The page says again what it said in version {version}.")
    return redirect("resource", slug=slug, pk=pk)


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def review_resource(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = resource_to_lead(request.user, slug, pk)
    form = ReviewForm(request.POST or None, initial={"version": found.version})
    if request.method == "POST" and form.is_valid():
        operations.review_resource(by=request.user, resource=found, at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Thank you. Readers see that you have looked it over.")
        return redirect("resource", slug=slug, pk=pk)
    return render(request, "networks/review_resource.html", {"network": found.network, "resource": found, "form": form})


@open_to(signed_in)
@require_http_methods(["GET", "HEAD", "POST"])
def remove_resource(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = resource_to_lead(request.user, slug, pk)
    if request.method == "POST":
        operations.remove_resource(by=request.user, resource=found, at=timezone.now())
        messages.success(request, "The page is removed. A host can put it back.")
        return redirect("resources", slug=slug)
    context = {"network": found.network, "resource": found, "form": forms.Form()}
    return render(request, "networks/remove_resource.html", context)


@open_to(signed_in)
@require_POST
def put_back_resource(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_resource(request.user, slug, pk)
    operations.put_back_resource(by=request.user, resource=found, at=timezone.now())
    messages.success(request, "The page is back, with its history.")
    return redirect("resource", slug=slug, pk=pk)


def only_leaders(person: Person, network: Network) -> None:
    if not rules.may_lead(person, network):
        raise PermissionDenied


def resource_to_lead(viewer: Person, slug: str, pk: int) -> Resource:
    found: Resource = get_object_or_404(queries.resources_for(viewer), pk=pk, network__slug=slug)
    only_leaders(viewer, found.network)
    return found
