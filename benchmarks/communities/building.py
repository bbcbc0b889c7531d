"""Builds networks through Django, with the settings in the environment.

`python -m benchmarks.communities.building pages THREADS POSTS MEMBERS` makes the network whose pages are measured;
`... load MEMBERS` one in which everybody is signed in, and prints their cookies and where to write.
"""

import json
import random
import sys
from datetime import timedelta
from uuid import uuid4

import django
from django.utils import timezone

from benchmarks.messengers.settling import signed_in

WORDS = (
    "tea walk morning clinic letter pain garden sister quiet bus rain doctor form phone kind slow bread sleep".split()
)
# Looked for in the search: one in five posts has the first, one in ten thousand the second.
COMMON, RARE = "night", "kestrel"
AT_A_TIME = 5_000


def pages(threads: int, posts: int, members: int) -> str:
    """A network of half a year with long and short threads, some of it kept back; the first member has read a part."""
    from networks.models import Membership, Muting, Network, Post, Reading, Thread  # noqa: PLC0415
    from people.models import Person  # noqa: PLC0415
    from safeguarding.models import Block  # noqa: PLC0415

    rng, now = random.Random(5), timezone.now()
    people = Person.objects.bulk_create(
        Person(chosen_name=f"Person {number}", age_group="26_64", joined_at=now) for number in range(members)
    )
    network = Network.objects.create(
        name="Large", slug="large", purpose="To be measured.", agreement="Be kind.", founded_at=now
    )
    since = now - timedelta(days=180)
    inside = Membership.objects.bulk_create(
        Membership(network=network, person=one, chosen_name=f"Name {number}", state="joined", since=since)
        for number, one in enumerate(people)
    )
    longest = posts // 40
    lengths = [longest, *_lengths(rng, threads - 1, posts - longest)]
    made = []
    for number, length in enumerate(lengths):
        began = since + timedelta(days=170) * (number / threads)
        made.append(
            Thread(
                network=network,
                begun_by=rng.choice(inside),
                title=f"{rng.choice(WORDS)} {rng.choice(WORDS)} {number}".capitalize(),
                began_at=began,
                last_at=began + timedelta(minutes=length),
                last_seq=length,
                standing="held" if rng.random() < 0.005 else "shown",
            )
        )
    Thread.objects.bulk_create(made, batch_size=AT_A_TIME)
    rows: list[Post] = []
    for thread in made:
        for seq in range(1, thread.last_seq + 1):
            author = thread.begun_by if seq == 1 else rng.choice(inside)
            state = thread.standing if seq == 1 else "held" if rng.random() < 0.005 else "shown"
            at = thread.began_at + timedelta(minutes=seq)
            post = Post(thread=thread, seq=seq, author=author, client_id=uuid4(), posted_at=at, state=state)
            post.body = _body(rng)
            rows.append(post)
        if len(rows) >= AT_A_TIME:
            Post.objects.bulk_create(rows)
            rows = []
    Post.objects.bulk_create(rows)
    me = inside[0]
    Reading.objects.bulk_create(
        Reading(membership=me, thread=thread, seq=thread.last_seq) for thread in rng.sample(made, threads // 3)
    )
    Muting.objects.create(membership=me, thread=made[5], since=now)
    Muting.objects.create(membership=me, member=inside[7], since=now)
    Muting.objects.create(membership=me, word="rain", since=now)
    for other in people[20:23]:
        Block.objects.create(by=people[0], person=other, known_as="x", began_at=now)
    return json.dumps({"long": made[0].pk, "short": made[-1].pk})


def _lengths(rng: random.Random, threads: int, posts: int) -> list[int]:
    """Most threads are short, some are long; together so many posts."""
    weights = [rng.paretovariate(1.3) for _ in range(threads)]
    scale = (posts - threads) / sum(weights)
    lengths = [1 + int(weight * scale) for weight in weights]
    lengths[-1] += posts - sum(lengths)
    return lengths


def _body(rng: random.Random) -> str:
    words = rng.choices(WORDS, k=35)
    if rng.random() < 0.2:
        words[3] = COMMON
    if rng.random() < 0.0001:
        words[5] = RARE
    return " ".join(words).capitalize() + "."


def load(members: int) -> str:
    """A network whose members are all signed in, with one thread."""
    from networks.models import Membership, Network, Post, Thread  # noqa: PLC0415
    from people.models import Person  # noqa: PLC0415

    now = timezone.now()
    people = Person.objects.bulk_create(
        Person(chosen_name=f"Person {number}", age_group="26_64", joined_at=now) for number in range(members)
    )
    network = Network.objects.create(
        name="Busy", slug="busy", purpose="To be measured.", agreement="Be kind.", founded_at=now
    )
    inside = Membership.objects.bulk_create(
        Membership(network=network, person=one, chosen_name=f"Name {number}", state="joined", since=now)
        for number, one in enumerate(people)
    )
    thread = Thread.objects.create(
        network=network, begun_by=inside[0], title="Now", began_at=now, last_at=now, last_seq=1
    )
    Post.objects.create(
        thread=thread, seq=1, author=inside[0], client_id=uuid4(), body="Hello", posted_at=now, state="shown"
    )
    return json.dumps({"cookies": signed_in(people, now), "path": f"/networks/busy/threads/{thread.pk}/"})


def _main(what: str, *numbers: str) -> None:
    django.setup()
    sizes = [int(number) for number in numbers]
    sys.stdout.write(pages(*sizes) if what == "pages" else load(*sizes))


if __name__ == "__main__":
    _main(*sys.argv[1:])
