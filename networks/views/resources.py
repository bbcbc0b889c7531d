"""Pages of what a network keeps: find, read, see what was changed, and what wants looking after."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_safe

from networks import queries, rules
from networks.differences import stretches
from networks.forms import CompareForm, FindResourceForm
from networks.models import Membership, Network, Resource, ResourceVersion
from people.access import open_to
from people.models import Person
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_safe
def resources(request: SignedIn, slug: str) -> HttpResponse:
    membership = own_part(request.user, slug)
    network = membership.network
    form = FindResourceForm(request.GET)
    word = form.cleaned_data["word"] if form.is_valid() else ""
    found = Paginator(queries.resources_of(network, request.user, word), queries.RESOURCES_ON_A_PAGE)
    hosts, leads = membership.is_host, membership.is_host or membership.is_leader
    context = {
        "network": network,
        "membership": membership,
        "tab": "resources",
        "form": form,
        "word": word,
        "page": found.get_page(request.GET.get("page")),
        "today": localdate(),
        "may_lead": leads,
        "in_need": queries.in_need(network, request.user, localdate()).count() if leads else 0,
        "removed": queries.removed_from(network, request.user) if hosts else [],
    }
    return render(request, "networks/resources.html", context)


@open_to(signed_in)
@require_safe
def resource(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_resource(request.user, slug, pk)
    context = {
        "network": found.network,
        "resource": found,
        "notes": notes_on_links(found),
        "state": state_of_review(found, localdate()),
        "may_lead": rules.may_lead(request.user, found.network),
        "may_host": rules.may_host(request.user, found.network),
        "may_report": queries.pages_of_others(request.user).filter(resource=found).exists(),
    }
    return render(request, "networks/resource.html", context)


@open_to(signed_in)
@require_safe
def resource_history(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    found = visible_resource(request.user, slug, pk)
    versions = Paginator(queries.versions_of(found, request.user), queries.VERSIONS_ON_A_PAGE)
    form = CompareForm(newest=found.version, initial={"before": max(found.version - 1, 1), "after": found.version})
    context = {
        "network": found.network,
        "resource": found,
        "page": versions.get_page(request.GET.get("page")),
        "form": form,
    }
    return render(request, "networks/resource_history.html", context)


@open_to(signed_in)
@require_safe
def resource_differences(request: SignedIn, slug: str, pk: int) -> HttpResponse:
    """Two versions, one laid over the other; without saying which, the latest and the one before."""
    found = visible_resource(request.user, slug, pk)
    form = CompareForm(request.GET, newest=found.version)
    chosen = form.cleaned_data if form.is_valid() else {"before": max(found.version - 1, 1), "after": found.version}
    before, after = (version_of(found, request.user, chosen[name]) for name in ("before", "after"))
    context = {
        "network": found.network,
        "resource": found,
        "before": before,
        "after": after,
        "title_stretches": stretches(before.title, after.title),
        "stretches": stretches(before.body, after.body),
        "form": CompareForm(newest=found.version, initial=chosen),
    }
    return render(request, "networks/resource_differences.html", context)


@open_to(signed_in)
@require_safe
def resource_version(request: SignedIn, slug: str, pk: int, version: int) -> HttpResponse:
    """What a page said once; who leads may let it say so again."""
    found = visible_resource(request.user, slug, pk)
    may_restore = version != found.version and rules.may_lead(request.user, found.network)
    context = {
        "network": found.network,
        "resource": found,
        "earlier": version_of(found, request.user, version),
        "may_restore": may_restore and not found.removed_at,
    }
    return render(request, "networks/resource_version.html", context)


@open_to(signed_in)
@require_safe
def resources_in_need(request: SignedIn, slug: str) -> HttpResponse:
    """For those who keep the pages: whose day has passed, and which links lead nowhere."""
    network = joined_network(request.user, slug)
    if not rules.may_lead(request.user, network):
        raise PermissionDenied
    found = queries.in_need(network, request.user, localdate())
    page = Paginator(found, queries.RESOURCES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"network": network, "page": page, "today": localdate()}
    return render(request, "networks/resources_in_need.html", context)


def own_part(viewer: Person, slug: str) -> Membership:
    """Their membership in this network, whose tabs tell a host what waits for them."""
    return get_object_or_404(queries.own_memberships(viewer), network__slug=slug)


def joined_network(viewer: Person, slug: str) -> Network:
    return get_object_or_404(queries.networks_joined_by(viewer), slug=slug)


def visible_resource(viewer: Person, slug: str, pk: int) -> Any:
    return get_object_or_404(queries.resources_for(viewer), pk=pk, network__slug=slug)


def version_of(resource: Resource, viewer: Person, number: int) -> ResourceVersion:
    version = queries.versions_of(resource, viewer).filter(version=number).first()
    if version is None:
        raise Http404
    return version


def notes_on_links(resource: Resource) -> dict[str, str]:
    """What is said beside each link that leads nowhere."""
    return {
        link.url: f"This link may lead nowhere since {date_format(localtime(link.failing_since), 'j F')}."
        for link in queries.links_that_lead_nowhere(resource)
        if link.failing_since
    }


def state_of_review(resource: Resource, today: date) -> str:
    """In one word for the template: was it looked over, is that long ago, has it changed since?"""
    if resource.reviewed_on is None:
        return "never"
    if resource.review_due_on and resource.review_due_on < today:
        return "overdue"
    return "changed" if localdate(resource.changed_at) > resource.reviewed_on else "fine"
