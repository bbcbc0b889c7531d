"""The pages that a network keeps: one that was changed and looked over, one that is due for it and has a dead link."""

from datetime import datetime, timedelta

from config.demo.named import CLEO
from config.demo.words import pages
from networks.models import Network, ResourceLink
from networks.operations import change_resource, review_resource, write_resource


def keep_pages(network: Network, *, at: datetime) -> None:
    """As its host and Cleo, who leads with her, would on the pages."""
    host = network.memberships.hosts().select_related("person")[0].person
    cleo = network.memberships.select_related("person").get(person__email=CLEO.email).person

    def ago(days: int) -> datetime:
        return at - timedelta(days=days)

    plan, forms = (
        write_resource(by=host, network=network, title=page.title, body=page.body, at=ago(140))
        for page in (pages.FLARE_UPS, pages.FORMS)
    )
    body = pages.FLARE_UPS.body + pages.ON_THE_TELEPHONE
    change_resource(by=cleo, resource=plan, version=1, title=plan.title, body=body, why=pages.WHY_CHANGED, at=ago(20))
    review_resource(by=host, resource=plan, version=2, months=6, at=ago(18))
    review_resource(by=host, resource=forms, version=1, months=3, at=ago(120))
    # Its links have been looked at, so that nobody out there is asked as soon as the town is made.
    forms.links.update(health=ResourceLink.Health.FINE, checked_at=at)
    dead = {"health": ResourceLink.Health.BROKEN, "finding": "404 Not Found", "times_failed": 3}
    forms.links.filter(url=pages.MOVED).update(failing_since=ago(5), **dead)
