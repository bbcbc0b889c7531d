"""What gave people cause to worry: concerns in each state, a block, referrals, and records that were read."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from caseload.operations import open_record
from config.demo.named import ADA, NAMED
from config.demo.words import worries
from matching.models import Helper, Pairing, Request
from matching.operations import refer, use_referral
from messaging.models import Message
from messaging.operations import post_message, report_message
from networks.models import Membership, Network, Post
from networks.operations import begin_thread, post_reply, report_post
from people.models import Person, Topic
from people.vocabulary import AgeGroup
from safeguarding.models import Concern, Measure
from safeguarding.operations import appeal_against, block, close_concern, take_concern, take_measure


class Worrying:
    """Each happens through the operations of the house, as if it had been done on the pages."""

    def __init__(self, rng: Random, *, at: datetime) -> None:
        self.rng = rng
        self.at = at

    def ago(self, **span: float) -> datetime:
        return self.at - timedelta(**span)

    def client_id(self) -> UUID:
        return UUID(int=self.rng.getrandbits(128), version=4)

    def dark_evening(self, network: Network, lead: Person) -> None:
        """A member writes that they are not well; others answer; it is reported and being looked into."""
        host = network.memberships.select_related("person").get(is_host=True)
        opener, friend = self.members(network)[:2]
        title, words, replies = worries.DARK_EVENING
        thread = begin_thread(
            by=opener.person,
            network=network,
            title=title,
            body=words,
            client_id=self.client_id(),
            at=self.ago(hours=40),
        )
        for number, (author, reply) in enumerate(zip((friend, host, opener), replies, strict=True)):
            at = self.ago(hours=39.5 - number)
            post_reply(by=author.person, thread=thread, body=reply, client_id=self.client_id(), at=at)
        concern = report_post(
            by=friend.person,
            post=thread.posts.get(seq=1),
            reason=Concern.Reason.HARM,
            words=worries.DARK_EVENING_REPORT,
            at=self.ago(hours=39),
        )
        take_concern(by=lead, concern=concern, at=self.ago(hours=30))

    def tea_for_sale(self, network: Network) -> None:
        """Somebody sells something; nobody has looked at the report yet."""
        reporter, seller = self.members(network)[-2:]
        thread = network.threads.filter(last_at__lt=self.ago(hours=7)).order_by("-last_at").first()
        if thread is not None:
            post: Post = post_reply(
                by=seller.person,
                thread=thread,
                body=worries.TEA_FOR_SALE,
                client_id=self.client_id(),
                at=self.ago(hours=6),
            )
            report_post(
                by=reporter.person,
                post=post,
                reason=Concern.Reason.SPAM,
                words=worries.TEA_REPORT,
                at=self.ago(hours=4),
            )

    def harsh_reply(self, network: Network) -> None:
        """A host hides an answer that hurts; its writer appeals, and nobody has answered yet."""
        host = network.memberships.select_related("person").get(is_host=True)
        if len(self.members(network)) < 4:
            return
        writer, reporter = self.members(network)[-4:-2]
        thread = network.threads.filter(last_at__lt=self.ago(hours=60)).order_by("-last_at").first()
        if thread is not None:
            words = worries.HARSH_REPLY
            post = post_reply(
                by=writer.person, thread=thread, body=words, client_id=self.client_id(), at=self.ago(hours=58)
            )
            reason = Concern.Reason.ABUSE
            concern = report_post(
                by=reporter.person, post=post, reason=reason, words=worries.HARSH_REPORT, at=self.ago(hours=57)
            )
            take_concern(by=host.person, concern=concern, at=self.ago(hours=56))
            measure = take_measure(
                by=host.person,
                concern=concern,
                kind=Measure.Kind.HIDE,
                reason=reason,
                words=worries.HARSH_HIDDEN,
                at=self.ago(hours=55.5),
            )
            appeal_against(by=writer.person, measure=measure, words=worries.HARSH_APPEAL, at=self.ago(hours=50))

    def address_asked(self, pairing: Pairing) -> None:
        """A helper asks for an address; the member reports and blocks, so the pairing has ended."""
        member, helper = pairing.request.person, pairing.helper.person
        message = self.say(helper, pairing, worries.ADDRESS_ASKED, at=self.ago(hours=27))
        report_message(
            by=member,
            message=message,
            reason=Concern.Reason.PRIVATE,
            words=worries.ADDRESS_REPORT,
            at=self.ago(hours=21),
        )
        block(by=member, person=helper, known_as=helper.chosen_name, at=self.ago(hours=20.9))

    def sharp_words(self, pairing: Pairing, lead: Person) -> None:
        """A bad day, reported, talked over and closed."""
        message = self.say(pairing.request.person, pairing, worries.SHARP_WORDS, at=self.ago(hours=70))
        concern = report_message(
            by=pairing.helper.person,
            message=message,
            reason=Concern.Reason.ABUSE,
            words=worries.SHARP_REPORT,
            at=self.ago(hours=69),
        )
        take_concern(by=lead, concern=concern, at=self.ago(hours=60))
        close_concern(by=lead, concern=concern, outcome=worries.SHARP_OUTCOME, at=self.ago(hours=45))

    def say(self, author: Person, pairing: Pairing, words: str, *, at: datetime) -> Message:
        return post_message(by=author, conversation=pairing.conversation, client_id=self.client_id(), body=words, at=at)

    def members(self, network: Network) -> list[Membership]:
        """Those who have long been there, and nobody whom one can try Alongside as."""
        there = network.memberships.current().filter(is_host=False).exclude(person__email__in=NAMED)
        return list(there.select_related("person").order_by("since", "pk"))

    def in_conversations(self, lead: Person) -> None:
        """Among the pairings that talk, one goes wrong and one has a bad day."""
        talking = Pairing.objects.active().filter(conversation__last_seq__gt=4).order_by("began_at", "pk")
        grown_up = talking.exclude(request__person__age_group=AgeGroup.UNDER_18)
        usual = grown_up.exclude(request__person__email__in=NAMED).exclude(helper__person__email__in=NAMED)
        found = list(usual.select_related("request__person", "helper__person", "conversation"))
        quiet_since = [one for one in found if one.conversation.last_at and one.conversation.last_at < self.ago(days=4)]
        by_peer = [one for one in quiet_since if one.helper.kind == Helper.Kind.PEER]
        by_adviser = [one for one in quiet_since if one.helper.kind == Helper.Kind.ADVISER]
        if by_peer and by_adviser:
            self.address_asked(by_peer[0])
            self.sharp_words(by_adviser[0], lead)

    def referrals(self, doctor: Person, drafts: Sequence[Person], topics: dict[str, Topic]) -> None:
        """One code was used, one has run out, two are waiting for somebody."""
        days = (3, 75, 8, 1)
        codes = [
            refer(by=doctor, label=label, topics=[topics[slug] for slug in about], note=note, at=self.ago(days=ago))
            for (label, about, note), ago in zip(worries.REFERRALS, days, strict=True)
        ]
        if drafts:
            use_referral(by=drafts[-1], code=codes[0].code, at=self.ago(days=2))

    def records_read(self, coordinator: Person) -> None:
        """A coordinator has looked at some records, and the people can see it."""
        ada = Person.objects.get(email=ADA.email)
        others = Person.objects.filter(area=ada.area, requests__state=Request.State.PAIRED).order_by("pk")[:6]
        for person in (ada, ada, *others):
            open_record(by=coordinator, person=person, at=self.ago(hours=self.rng.uniform(5, 200)))
