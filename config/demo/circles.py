"""Networks not everybody may join or see: by invitation, hidden, for advisers; and one that is only an idea."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from config.demo.casting import spare_names
from config.demo.communities import Settling
from config.demo.helpers import Helpers
from config.demo.members import Members
from config.demo.named import ADA, BEN, CLEO, MARTIN, NAMED
from config.demo.words import circles
from config.demo.words.circles import Circle
from matching.models import Helper
from networks.models import Network, Thread
from networks.operations import (
    agree,
    ask_for_network,
    begin_thread,
    change_agreement,
    found_network,
    join,
    join_by_invitation,
    make_invitation,
    post_reply,
)
from people.models import Person
from people.vocabulary import AgeGroup


def draw_circles(settling: Settling, helpers: Helpers, asking: Members, grace: Person, *, at: datetime) -> None:
    """All of them, among people who have been here for a month, but for Ada, who came later and was invited."""
    named = {str(person.email): person for person in (*helpers.people, *asking.people)}
    ben, cleo, ada, martin = (named[one.email] for one in (BEN, CLEO, ADA, MARTIN))
    long_here = [person for person, _ in asking.known if person.joined_at < at - timedelta(days=30)]
    adults = [one for one in long_here if one.age_group != AgeGroup.UNDER_18 and one.email not in NAMED]
    drawing = Circles(Random("circles"), settling, at=at)
    drawing.by_invitation(cleo, [ada, *adults[:1], martin])
    drawing.hidden(grace, adults[1:3])
    drawing.for_advisers(ben, [one for one in helpers.checked(Helper.Kind.ADVISER) if one != ben][:3])
    drawing.only_an_idea(martin)


class Circles:
    """Each happens through the operations of the house; `settling` knows which names people use elsewhere."""

    def __init__(self, rng: Random, settling: Settling, *, at: datetime) -> None:
        self.rng = rng
        self.settling = settling
        self.at = at

    def by_invitation(self, host: Person, invited: Sequence[Person]) -> None:
        """Its agreement has changed since; whoever was invited last has agreed to it, the others have not yet."""
        names = spare_names(self.rng)
        network = self.found(circles.KITCHEN_TABLE, host, names, joining=Network.Joining.INVITATION)
        self.invite(host, network, invited, names, note="")
        self.begin(host, network, circles.KITCHEN_TABLE, days=6)
        change_agreement(
            by=host,
            network=network,
            text=circles.KITCHEN_TABLE_NOW,
            why=circles.KITCHEN_TABLE_WHY,
            version=1,
            at=self.ago(2),
        )
        agree(by=invited[-1], membership=network.memberships.get(person=invited[-1]), version=2)

    def hidden(self, host: Person, invited: Sequence[Person]) -> None:
        names = spare_names(self.rng)
        network = self.found(circles.SAFE_AGAIN, host, names, joining=Network.Joining.HIDDEN)
        self.invite(host, network, invited, names, note=circles.REFUGE)
        self.begin(host, network, circles.SAFE_AGAIN, days=9)

    def for_advisers(self, host: Person, others: Sequence[Person]) -> None:
        names = spare_names(self.rng)
        among = {"joining": Network.Joining.OPEN, "circle": Network.Circle.ADVISERS, "is_sensitive": False}
        network = self.found(circles.STAFF_ROOM, host, names, **among)
        for person in others:
            join(by=person, network=network, chosen_name=self.name(person, names), at=self.ago(30))
        thread = self.begin(host, network, circles.STAFF_ROOM, days=8)
        for number, (person, words) in enumerate(zip(others, circles.STAFF_ROOM_REPLIES, strict=False)):
            post_reply(by=person, thread=thread, body=words, client_id=self.client_id(), at=self.ago(7 - number))

    def only_an_idea(self, by: Person) -> None:
        idea = circles.WAITING_LIST
        ask_for_network(
            by=by,
            name=idea.name,
            purpose=idea.purpose,
            agreement=idea.agreement,
            joining=Network.Joining.OPEN,
            host_name=circles.WAITING_LIST_NAME,
            why=circles.WAITING_LIST_WHY,
            at=self.ago(1),
        )

    def found(self, words: Circle, host: Person, names: Iterator[str], **facts: Any) -> Network:
        return found_network(
            by=self.settling.founder,
            name=words.name,
            purpose=words.purpose,
            agreement=words.agreement,
            for_under_18s=False,
            host=host,
            host_name=self.name(host, names),
            at=self.ago(60),
            **facts,
        )

    def invite(
        self, host: Person, network: Network, people: Iterable[Person], names: Iterator[str], *, note: str
    ) -> None:
        """A link that lets in more than have come by it so far."""
        invitation = make_invitation(by=host, network=network, may_be_used=6, days=60, note=note, at=self.ago(25))
        for person in people:
            join_by_invitation(by=person, invitation=invitation, chosen_name=self.name(person, names), at=self.ago(10))

    def begin(self, host: Person, network: Network, words: Circle, *, days: float) -> Thread:
        return begin_thread(
            by=host,
            network=network,
            title=words.title,
            body=words.body,
            client_id=self.client_id(),
            at=self.ago(days),
        )

    def name(self, person: Person, names: Iterator[str]) -> str:
        return self.settling.name_for(person, names)

    def ago(self, days: float) -> datetime:
        return self.at - timedelta(days=days)

    def client_id(self) -> UUID:
        return UUID(int=self.rng.getrandbits(128), version=4)
