"""Verbs of links in pages: keep a list of them, look where they lead, remind hosts of pages that are due."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from messaging.models import Notice
from messaging.operations import write_notice
from networks.looking import Finding, look
from networks.markdown import links_in
from networks.models import Network, Resource, ResourceLink
from networks.queries import hosts_to_tell, links_due, networks_with_reviews_due

MOST_LINKS = 100
LONGEST_URL = 500
# So that a run of links that do not answer is over after about a minute.
AT_ONCE = 8
FAILURES_UNTIL_BROKEN = 2


def keep_links(resource: Resource) -> None:
    """Let the list be that of the page as it is now, in the caller's transaction; what is known of a link stays."""
    urls = [url for url in links_in(resource.body) if len(url) <= LONGEST_URL][:MOST_LINKS]
    resource.links.exclude(url__in=urls).delete()
    ResourceLink.objects.bulk_create((ResourceLink(resource=resource, url=url) for url in urls), ignore_conflicts=True)


def look_at_links(*, at: datetime) -> int:
    """Ask at the addresses that are due and note what came of it; return how many were asked.

    Nothing is locked while we wait for others.
    """
    links = list(links_due(at))
    urls = list(dict.fromkeys(link.url for link in links))
    with ThreadPoolExecutor(AT_ONCE) as threads:
        findings = dict(zip(urls, threads.map(_look, urls), strict=True))
    for link in links:
        _note(link, findings[link.url], at)
    return len(urls)


def _look(url: str) -> Finding:
    return look(url, here_too=settings.LINKS_MAY_LEAD_HERE)


def _note(link: ResourceLink, finding: Finding, at: datetime) -> None:
    """A page that is down for an hour is no broken link: only failing on two days makes one."""
    failed = 0 if finding.leads_somewhere else link.times_failed + 1
    health = link.health
    if finding.leads_somewhere:
        health = ResourceLink.Health.FINE
    elif failed >= FAILURES_UNTIL_BROKEN:
        health = ResourceLink.Health.BROKEN
    # Another run may have looked meanwhile, and one outage must not count twice.
    ResourceLink.objects.filter(pk=link.pk, checked_at=link.checked_at).update(
        health=health,
        finding=finding.words[:100],
        checked_at=at,
        times_failed=min(failed, 99),
        failing_since=(link.failing_since or at) if failed else None,
    )


def remind_of_reviews(*, at: datetime) -> int:
    """Tell the hosts of networks with pages that are due to be looked over, once a month; return how many networks."""
    due = list(networks_with_reviews_due(localdate(at), at))
    for network in due:
        _remind_hosts(network, at)
    return len(due)


@transaction.atomic
def _remind_hosts(network: Network, at: datetime) -> None:
    told = Network.objects.filter(pk=network.pk, review_told_at=network.review_told_at)
    if not told.update(review_told_at=at):
        return
    for host in hosts_to_tell(network):
        write_notice(
            person=host.person,
            kind=Notice.Kind.NETWORKS,
            subject="Some pages are due to be looked over",
            body="In a network you host, the day to look over a page has passed. Please see whether it is still right.",
            path=reverse("resources_in_need", args=[network.slug]),
            at=at,
        )
