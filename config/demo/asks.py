"""The asks and offers of a network: some open, one that two are arranging, one that is done and thanked for."""

from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.utils.timezone import localtime

from config.demo.named import ADA, CLEO, NAMED
from config.demo.words import asks
from config.demo.words.asks import Hand
from networks.models import Ask, Membership, Network, Thread
from networks.operations import ask_or_offer, finish_ask, post_reply, say_yes


class Asks:
    """Each happens through the operations of the house, as if it had been done on the pages."""

    def __init__(self, rng: Random, network: Network, *, at: datetime) -> None:
        self.rng = rng
        self.network = network
        self.at = at
        members = list(network.memberships.current().select_related("person").order_by("pk"))
        named = {str(one.person.email): one for one in members}
        self.ada, self.cleo = named[ADA.email], named[CLEO.email]
        # Some who came early, so that nobody speaks before they were there; the very first are busy elsewhere.
        strangers = [one for one in members if not one.is_host and one.person.email not in NAMED]
        self.others = sorted(strangers, key=lambda one: (one.since, one.pk))[4:8]

    def everything(self) -> None:
        if len(self.others) < 4:
            return
        asking, offering, governor, driver = self.others
        self.put(asking, Ask.Kind.ASK, asks.CLINIC, days=3, way=Ask.Way.PUBLIC_PLACE, needed_in=8)
        self.put(self.cleo, Ask.Kind.OFFER, asks.BENEFITS_FORM, days=5, way=Ask.Way.VIDEO)
        self.put(offering, Ask.Kind.OFFER, asks.GADGETS, days=1)
        self.letter(governor)
        self.blue_badge(driver)

    def letter(self, governor: Membership) -> None:
        """Ada asked; somebody said yes, and the two are at it."""
        ask = self.put(self.ada, Ask.Kind.ASK, asks.LETTER, days=4)
        first, answer, last = asks.LETTER_TALK
        self.yes(governor, ask, first, days=3.5)
        talk = Thread.objects.get(talk_of=ask)
        for by, words, days in ((self.ada, answer, 3.2), (governor, last, 0.3)):
            post_reply(by=by.person, thread=talk, body=words, client_id=self.client_id(), at=self.ago(days))

    def blue_badge(self, driver: Membership) -> None:
        ask = self.put(driver, Ask.Kind.ASK, asks.BLUE_BADGE, days=16)
        self.yes(self.cleo, ask, asks.BLUE_BADGE_YES, days=15)
        thanks, client_id = asks.BLUE_BADGE_THANKS, self.client_id()
        finish_ask(by=driver.person, ask=ask, thanks=thanks, client_id=client_id, at=self.ago(9))

    def put(
        self, by: Membership, kind: str, hand: Hand, *, days: float, needed_in: int | None = None, **facts: Any
    ) -> Ask:
        return ask_or_offer(
            by=by.person,
            network=self.network,
            kind=kind,
            title=hand.title,
            body=hand.body,
            where=hand.where,
            needed_by=self.at_eleven(needed_in) if needed_in else None,
            client_id=self.client_id(),
            at=self.ago(days),
            **facts,
        )

    def yes(self, by: Membership, ask: Ask, words: str, *, days: float) -> None:
        say_yes(by=by.person, ask=ask, words=words, client_id=self.client_id(), at=self.ago(days))

    def at_eleven(self, days: int) -> datetime:
        return localtime(self.at + timedelta(days=days)).replace(hour=11, minute=0, second=0, microsecond=0)

    def ago(self, days: float) -> datetime:
        return self.at - timedelta(days=days)

    def client_id(self) -> UUID:
        return UUID(int=self.rng.getrandbits(128), version=4)
