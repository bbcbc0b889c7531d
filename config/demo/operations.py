"""Makes the town: its people first, then their past, from one seed and one moment."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from config.demo import queries
from config.demo.asks import Asks
from config.demo.casting import Casting
from config.demo.circles import draw_circles
from config.demo.communities import Dweller, Settling
from config.demo.gathering import Gatherings
from config.demo.helpers import Helpers
from config.demo.keeping import keep_in_order
from config.demo.looked_after import LookedAfter
from config.demo.members import Members
from config.demo.moderating import Moderating
from config.demo.named import ADA, BEN, CLEO, MARTIN
from config.demo.pages import keep_pages
from config.demo.past import Past
from config.demo.populating import (
    agree_to_mail,
    all_topics,
    catch_up_on_notices,
    gather_areas,
    make_areas,
    make_staff,
)
from config.demo.saying import Saying
from config.demo.talking import talk
from config.demo.together import meet
from config.demo.words.networks import COMMUNITIES
from config.demo.worries import Worrying
from matching.models import Pairing
from matching.operations import place_arrivals
from people.models import Area, Person

# Who hosts which network besides Grace.
GRACE_HOSTS = {"long-term-pain", "type-2-diabetes", "dementia-carers"}
ALWAYS_IN = {
    "long-term-pain": {ADA.email, CLEO.email, MARTIN.email},
    "back-to-work": {ADA.email, CLEO.email},
}


@transaction.atomic
def make_demo(*, seed: int, at: datetime, members: int, tick: Callable[[], None] = lambda: None) -> bool:
    """Make the town as it is at `at`; False, and nothing is changed, where it has been made before.

    It takes about forty members for every network to have somebody in it.

    In the order in which things depend on each other: areas and staff, helpers and members, the months of
    asking and choosing, conversations, networks, worries, what pairs do together and who looks in on them, offers to
    who came last; consent to mail at the very end, so that no old news goes out.
    """
    if queries.is_made():
        return False
    # Not a secret: the same seed must give the same town.
    rng = Random(seed)
    areas, topics = make_areas(), all_topics()
    staff = make_staff(areas, at=at - timedelta(days=400))
    gather_areas(areas, by=staff["Olwen"])
    casting = Casting(rng)
    helpers = Helpers(rng, casting, areas, topics, checkers=coordinators(areas, staff), at=at)
    helpers.come(advisers=round(members * 0.15), peers=round(members * 0.2), tick=tick)
    asking = Members(rng, casting, areas, topics, at=at)
    asking.come(members)
    live(rng, helpers, asking, staff, areas, at=at, tick=tick)
    # Whoever came last has their offers already, or the first start would write to them all.
    place_arrivals(at=at)
    catch_up_on_notices(at=at)
    agree_to_mail(rng, [*staff.values(), *asking.people, *helpers.people])
    return True


def coordinators(areas: dict[str, Area], staff: dict[str, Person]) -> dict[Area, Person]:
    """Who coordinates each area."""
    of_area = {role.area_id: person for person in staff.values() for role in person.roles.exclude(area=None)}
    return {area: of_area[area.pk] for area in areas.values()}


def live(
    rng: Random,
    helpers: Helpers,
    asking: Members,
    staff: dict[str, Person],
    areas: dict[str, Area],
    *,
    at: datetime,
    tick: Callable[[], None],
) -> None:
    """What has happened in the town over the last months."""
    past = Past(
        rng=rng,
        at=at,
        coordinators=coordinators(areas, staff),
        asking=asking.in_order(),
        ponders=frozenset({ADA.email}),
        sought_after={BEN.email, CLEO.email},
        tick=tick,
    )
    past.live(before_open_round=helpers.change_of_late)
    past.some_end(share=0.3)
    past.some_withdraw(max(2, len(asking.people) // 35))
    active = Pairing.objects.select_related("request__person", "helper__person", "conversation")
    talk(rng, active.prefetch_related("request__topics").order_by("began_at", "pk"), at=at)
    meet(rng, staff, at=at)
    tick()
    settle(rng, helpers, asking, staff, at=at, tick=tick)
    LookedAfter(past.coordinators, staff, at=at).everything()
    tick()


def settle(
    rng: Random,
    helpers: Helpers,
    asking: Members,
    staff: dict[str, Person],
    *,
    at: datetime,
    tick: Callable[[], None],
) -> None:
    """The networks, and what gave people cause to worry there and elsewhere."""
    dwellers = [Dweller(person, frozenset(one.topics)) for person, one in (*asking.known, *helpers.peers)]
    settling = Settling(rng, founder=staff["Dev"], always=ALWAYS_IN, at=at)
    networks = {}
    for community in COMMUNITIES:
        host = staff["Grace"] if community.slug in GRACE_HOSTS else helpers.host_for(community)
        networks[community.slug] = settling.network(community, host, dwellers)
        tick()
    Saying(rng, networks["long-term-pain"], at=at).everything(staff["Dev"], ALWAYS_IN["long-term-pain"])
    Gatherings(rng, networks["long-term-pain"], at=at).gather()
    # With chance of its own, so that the rest of the town stays as it was.
    keep_in_order(Random(5), networks, at=at)
    worrying = Worrying(rng, at=at)
    worrying.dark_evening(networks["back-to-work"], staff["Leila"])
    worrying.tea_for_sale(networks["type-2-diabetes"])
    worrying.harsh_reply(networks["type-2-diabetes"])
    worrying.in_conversations(staff["Leila"])
    worrying.referrals(staff["Rhys"], asking.drafts, all_topics())
    worrying.records_read(staff["Dev"])
    # Chances of their own, so that the rest of the town stays as it is.
    keep_pages(networks["long-term-pain"], at=at)
    Asks(Random("asks"), networks["long-term-pain"], at=at).everything()
    Moderating(Random("moderating"), at=at).in_network(networks["long-term-pain"])
    draw_circles(settling, helpers, asking, staff["Grace"], at=at)
