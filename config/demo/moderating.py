"""What hosts find to do: a newcomer's first post that waits, and one that three people reported, which is held."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from config.demo.named import NAMED
from config.demo.words.moderating import MIRACLE, NEWCOMER, REPORTS
from networks.models import Membership, Network, Post
from networks.operations import begin_thread, post_reply, report_post
from safeguarding.models import Concern


class Moderating:
    """Each happens through the operations of the house, as if it had been done on the pages."""

    def __init__(self, rng: Random, *, at: datetime) -> None:
        self.rng = rng
        self.at = at

    def in_network(self, network: Network) -> None:
        """From now on the first posts of who is new are read first; who has long been there is not new."""
        members = self.members(network)
        if len(members) < 5:
            return
        Network.objects.filter(pk=network.pk).update(first_look=Network.FirstLook.NEWCOMERS)
        network.refresh_from_db()
        newcomer, talker, reporters = members[-1], members[0], members[1:4]
        network.memberships.exclude(pk=newcomer.pk).update(posts_let_through=3)
        self.waits(newcomer)
        self.is_held(talker, reporters)

    def waits(self, newcomer: Membership) -> None:
        title, words = NEWCOMER
        begin_thread(
            by=newcomer.person,
            network=newcomer.network,
            title=title,
            body=words,
            client_id=self.client_id(),
            at=self.at - timedelta(hours=2),
        )

    def is_held(self, talker: Membership, reporters: Sequence[Membership]) -> None:
        threads = talker.network.threads.filter(kind="talk", standing="shown", sensitive_note="")
        thread = threads.order_by("-last_at").first()
        if thread is None:
            return
        post: Post = post_reply(
            by=talker.person,
            thread=thread,
            body=MIRACLE,
            client_id=self.client_id(),
            at=self.at - timedelta(hours=5),
        )
        for number, (reporter, words) in enumerate(zip(reporters, REPORTS, strict=True)):
            at = self.at - timedelta(hours=4 - number)
            report_post(by=reporter.person, post=post, reason=Concern.Reason.OTHER, words=words, at=at)

    def members(self, network: Network) -> list[Membership]:
        """Those who have been there, and nobody whom one can try Alongside as."""
        there = network.memberships.current().filter(is_host=False).exclude(person__email__in=NAMED)
        return list(there.select_related("person", "network").order_by("since", "pk"))

    def client_id(self) -> UUID:
        return UUID(int=self.rng.getrandbits(128), version=4)
