"""Questions about networks: which are there for someone, who asks to join, what is said in them."""

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from networks.models import Membership, Network, Post, Thread
from people.models import Person
from safeguarding.queries import blocked_ids

NETWORKS_ON_A_PAGE = 20
THREADS_ON_A_PAGE = 20
POSTS_ON_A_PAGE = 50


def networks_for(person: Person, word: str = "") -> QuerySet[Network]:
    """The networks whose door the person sees, joined ones first.

    Each knows `is_mine`, `standing` (the state of the person's membership, if any), `members` and
    `discussions`.
    """
    of_this = Membership.objects.filter(network=OuterRef("pk"))
    networks = Network.objects.visible_to(person).annotate(
        is_mine=Exists(of_this.current().filter(person=person)),
        standing=Coalesce(Subquery(of_this.filter(person=person).values("state")), Value("")),
        members=_count(of_this.current(), "network"),
        discussions=_count(Thread.objects.filter(network=OuterRef("pk")), "network"),
    )
    if word:
        networks = networks.filter(Q(name__icontains=word) | Q(purpose__icontains=word))
    return networks.order_by("-is_mine", "name")


def networks_joined_by(person: Person) -> QuerySet[Network]:
    return Network.objects.joined_by(person)


def networks_hosted_by(person: Person) -> QuerySet[Network]:
    hosting = Membership.objects.hosts().filter(person=person)
    return Network.objects.filter(pk__in=hosting.values("network_id"))


def networks_waiting_for(host: Person) -> QuerySet[Network]:
    """The networks in which people wait for this host's answer, with how many as `asking`."""
    asked = Count("memberships", filter=Q(memberships__state=Membership.State.ASKED))
    return networks_hosted_by(host).annotate(asking=asked).filter(asking__gt=0)


def hosts_of(network: Network) -> QuerySet[Membership]:
    return network.memberships.hosts().order_by("chosen_name")


def membership_of(person: Person, network: Network) -> Membership | None:
    return Membership.objects.filter(person=person, network=network).first()


def memberships_for(viewer: Person) -> QuerySet[Membership]:
    return Membership.objects.visible_to(viewer).select_related("network", "person")


def asking_to_join(network: Network) -> QuerySet[Membership]:
    """Who waits for a host's answer, the longest waiting first."""
    return network.memberships.asking().order_by("since", "pk")


def fellow_members(network: Network) -> QuerySet[Membership]:
    """Members who are not hosts yet."""
    return network.memberships.current().filter(is_host=False).order_by("chosen_name")


def person_known_to(viewer: Person, email: str) -> Person | None:
    known: Person | None = Person.objects.active().visible_to(viewer).filter(email__iexact=email).first()
    return known


def threads_for(viewer: Person) -> QuerySet[Thread]:
    return Thread.objects.visible_to(viewer).select_related("network", "begun_by")


def threads_of(network: Network, viewer: Person) -> QuerySet[Thread]:
    """The network's threads, newest activity first, each with its `replies` and the time of the `latest`.

    Both leave out what the viewer does not see: a number must not tell that somebody is there.
    """
    apart = blocked_ids(viewer)
    posts = Post.objects.filter(thread=OuterRef("pk"))
    seen = posts.exclude(author__person__in=apart).order_by("-seq")
    return (
        threads_for(viewer)
        .filter(network=network)
        .annotate(
            replies=F("last_seq") - 1 - _count(posts.filter(author__person__in=apart), "thread"),
            latest=Coalesce(Subquery(seen.values("posted_at")[:1]), F("last_at")),
        )
    )


def page_of_posts(thread: Thread, viewer: Person, number: str | int) -> tuple[Page[int], list[Post]]:
    """One page of a thread. Pages are cut by `seq`, so that a post stays on its page for ever."""
    page = Paginator(range(1, thread.last_seq + 1), POSTS_ON_A_PAGE).get_page(number)
    seqs = list(page.object_list)
    posts = posts_for(viewer).filter(thread=thread, seq__gte=seqs[0], seq__lte=seqs[-1])
    return page, list(posts)


def page_of_seq(seq: int) -> int:
    return (seq - 1) // POSTS_ON_A_PAGE + 1


def posts_since(thread: Thread, viewer: Person, seq: int) -> list[Post]:
    """What came after `seq`, a page at most; whoever gets a full page asks again."""
    return list(posts_for(viewer).filter(thread=thread, seq__gt=seq)[:POSTS_ON_A_PAGE])


def posts_for(viewer: Person) -> QuerySet[Post]:
    return Post.objects.visible_to(viewer).select_related("author", "thread__network")


def posts_by_others(viewer: Person) -> QuerySet[Post]:
    return posts_for(viewer).exclude(author__person=viewer).select_related("author__person", "thread__network")


def who_hears_of(network: Network, author: Person) -> list[int]:
    """The ids of those who are told of the author's new post: members, except where there is a block."""
    members = Membership.objects.current().filter(network=network)
    return list(members.exclude(person__in=blocked_ids(author)).values_list("person_id", flat=True))


def _count(rows: QuerySet[Membership] | QuerySet[Thread] | QuerySet[Post], by: str) -> Coalesce:
    """How many rows belong to the outer row, as a subquery, so that several counts do not multiply."""
    counted = rows.order_by().values(by).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), Value(0))
