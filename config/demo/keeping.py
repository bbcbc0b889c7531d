"""How the threads of the town are kept: tags, notes, answers, an announcement, and what people felt about posts."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from networks.models import Membership, Network, Post, Reaction, Tag, Thread
from networks.operations import Arrangement, arrange_thread, begin_thread

# Some threads of each network, by the beginning of their titles.
TAGS = {
    "long-term-pain": {"Everyday": ("What does", "Gardening", "Small things"), "Work": ("Work wants", "Driving")},
    "type-2-diabetes": {"Food": ("Rice", "Parties", "A partner"), "Medicines": ("Metformin", "Ramadan")},
    "back-to-work": {"Interviews": ("Which of", "Interview on", "How do you"), "Benefits": ("Permitted",)},
}
NOTES = {
    "Guilt, one year on": "About a death",
    "The night I shouted": "About losing one's temper",
    "I did not fall in love straight away": "About feeling low after a birth",
}
ANSWERED = ("Has anybody had any luck", "Permitted work", "Metformin and")
ANNOUNCEMENT = (
    "Please read: how we look after each other here",
    (
        "Two new hosts have joined me, so somebody looks in every day now.\n\n"
        "- If something worries you, press **Report**. It is never telling tales.\n"
        "- If a thread is about something hard, say so in a note. Others then choose when to read it.\n"
        "- If nobody has answered you for two days, write to us.\n\n"
        "Thank you for being kind to each other."
    ),
)
REACTIONS = (Reaction.Kind.THANKS, Reaction.Kind.SAME, Reaction.Kind.THINKING)


def keep_in_order(rng: Random, networks: Mapping[str, Network], *, at: datetime) -> None:
    """As hosts and members would with the operations, but the many reactions all at once."""
    for slug, tags in TAGS.items():
        for name, beginnings in tags.items():
            tag = Tag.objects.create(network=networks[slug], name=name)
            for beginning in beginnings:
                tag.threads.add(*Thread.objects.filter(network=networks[slug], title__startswith=beginning))
    for title, note in NOTES.items():
        Thread.objects.filter(title=title).update(sensitive_note=note)
    for beginning in ANSWERED:
        for post in Post.objects.filter(thread__title__startswith=beginning, seq=2).select_related("thread"):
            Thread.objects.filter(pk=post.thread_id).update(answer=post)
    _announce(rng, networks["long-term-pain"], at=at - timedelta(days=2))
    for network in networks.values():
        _feel(rng, network)


def _announce(rng: Random, network: Network, *, at: datetime) -> None:
    host = Membership.objects.hosts().select_related("person").filter(network=network).order_by("pk")[0]
    title, body = ANNOUNCEMENT
    client_id = UUID(int=rng.getrandbits(128), version=4)
    thread = begin_thread(by=host.person, network=network, title=title, body=body, client_id=client_id, at=at)
    to = Arrangement(is_pinned=True, is_closed=False, is_announcement=True, sensitive_note="")
    arrange_thread(by=host.person, thread=thread, to=to, at=at)


def _feel(rng: Random, network: Network) -> None:
    """A few people about half of the posts."""
    members = list(network.memberships.current().order_by("pk"))
    made = []
    for post in Post.objects.filter(thread__network=network).order_by("pk"):
        if rng.random() < 0.5:
            by = rng.sample(members, min(len(members), rng.randint(1, 4)))
            made += [Reaction(post=post, by=one, kind=rng.choice(REACTIONS)) for one in by if one.pk != post.author_id]
    Reaction.objects.bulk_create(made)
