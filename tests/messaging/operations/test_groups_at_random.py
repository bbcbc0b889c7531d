"""Whatever people do in a group, in whatever order, nobody ever sees what was said outside their time there."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from messaging import queries
from messaging.models import Conversation, Message
from messaging.news import hearers
from messaging.operations import (
    accept_invitation,
    begin_group,
    decline_invitation,
    edit_message,
    invite,
    leave_conversation,
    post_message,
    react,
    remove_participant,
    withdraw_message,
)
from messaging.rules import MOST_PEOPLE
from people.errors import HasMovedOn
from people.models import Area, Person
from people.operations import assign
from safeguarding.models import Block
from safeguarding.operations import block
from tests.fixtures import NOW, Ear, make_person

# What a person may be told: they may not, it cannot be, or somebody was quicker.
TOLD = (PermissionDenied, ValidationError, HasMovedOn)
PEOPLE = {"Ben": "adviser", "Ada": "member", "Bea": "member", "Ines": "interpreter", "Dev": "coordinator"}
# Some steps more often than others, so that there is something to see.
STEPS = "invite invite accept accept decline leave remove block lift post post answer edit withdraw react".split()
STEP = st.tuples(st.sampled_from(STEPS), *[st.integers(0, len(PEOPLE) - 1)] * 2, st.booleans())


class Town:
    """People who know each other, a group of some, one of whom came later, and the plainest account of who sees what.

    `since` maps whoever is there to the number after which they see everything, `asked` whoever may come.
    """

    def __init__(self) -> None:
        area = Area.objects.create(name="North", slug="north")
        self.people = [make_person(name, role, area=area, age_group="26_64") for name, role in PEOPLE.items()]
        ben, ada, bea, ines, dev = self.people
        for carer in (ben, dev):
            for member in (ada, bea):
                assign(carer=carer, person=member, kind=carer.current_roles[0].kind, at=NOW)
        self.group = begin_group(by=ben, title="Us", people=[ada, ines], client_id=uuid4(), at=NOW)
        self.since: dict[int, int] = {ben.pk: 0}
        self.asked: dict[int, int] = {ada.pk: 0, ines.pk: 0}
        self.act("post", ben, ben, flag=False)
        self.act("invite", ben, dev, flag=False)
        self.act("accept", dev, dev, flag=False)

    def act(self, what: str, by: Person, other: Person, *, flag: bool) -> None:
        """Do one step, and write into the account what it means when nobody objects."""
        group, before = self.group, self.last_seq()
        match what:
            case "invite":
                invite(by=by, conversation=group, person=other, reads_back=flag, at=NOW)
                if self.last_seq() > before:
                    self.asked[other.pk] = self.since[by.pk] if flag else before
            case "accept":
                accept_invitation(by=by, conversation=group, at=NOW)
                if by.pk not in self.since:
                    self.since[by.pk] = self.asked[by.pk]
            case "decline":
                decline_invitation(by=by, conversation=group, at=NOW)
            case "leave":
                leave_conversation(by=by, conversation=group, at=NOW)
                self.since.pop(by.pk, None)
            case "remove":
                remove_participant(by=by, conversation=group, person=other, at=NOW)
                self.since.pop(other.pk, None)
            case "block" | "lift":
                self.keep_apart(what, by, other)
            case _:
                self.talk(what, by, flag=flag)

    def keep_apart(self, what: str, by: Person, other: Person) -> None:
        if what == "lift":
            Block.objects.filter(by=by).update(lifted_at=NOW)
        elif by != other:
            block(by=by, person=other, known_as=str(other), at=NOW)

    def talk(self, what: str, by: Person, *, flag: bool) -> None:
        """Say something, or do something about the oldest words: those that newcomers must not learn of."""
        message = Message.objects.filter(conversation=self.group, kind="words").order_by("seq").first()
        if message is None or what in ("post", "answer"):
            reply_to = message.pk if message and what == "answer" else 0
            post_message(by=by, conversation=self.group, client_id=uuid4(), body="words", reply_to=reply_to, at=NOW)
        elif what == "edit":
            edit_message(by=by, message=message, body=f"{message.body} more", at=NOW)
        elif what == "withdraw":
            withdraw_message(by=by, message=message, at=NOW)
        else:
            react(by=by, message=message, kind="heart", on=flag)

    def last_seq(self) -> int:
        return Conversation.objects.get(pk=self.group.pk).last_seq

    def seen_by(self, person: Person) -> set[int]:
        seqs = Message.objects.filter(conversation=self.group).values_list("seq", flat=True)
        return {seq for seq in seqs if person.pk in self.since and seq > self.since[person.pk]}

    def check_pages(self) -> None:
        group = Conversation.objects.get(pk=self.group.pk)
        assert group.participants.filter(left_at=None).count() <= MOST_PEOPLE
        assert set(queries.those_present(group)) == self.since.keys()
        words = set(Message.objects.waiting().values_list("seq", flat=True))
        for person in self.people:
            seen = self.seen_by(person)
            missing = queries.missing_after(group, person, 0).messages
            found = queries.found_by(person, "words")
            assert {one.seq for one in queries.stretch_before(group, person).messages} == seen
            assert {one["seq"] for one in missing} == seen
            assert {one.message.seq for one in found} <= seen & words
            assert queries.unread_by(person) <= len(seen & words)
            for message in missing:
                self.check_quote(message, person.pk)

    def check_frames(self, ear: Ear) -> None:
        """`ear` heard one step: every message went to those who may see it, and no quote to who may not."""
        for news in ear.heard:
            message = json.loads(news.text).get("message")
            if message:
                assert {one.pk for one in self.people if message["seq"] in self.seen_by(one)} == set(news.people)
                for person in news.people:
                    self.check_quote(message, person)

    def check_quote(self, message: Mapping[str, Any], person: int) -> None:
        quoted = message["reply_to"]
        if quoted and quoted["words"]:
            assert Message.objects.get(pk=quoted["id"]).seq > self.since[person]


class AtRandom(TestCase):
    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(STEP, min_size=5, max_size=30))
    def test_nobody_sees_what_was_said_outside_their_time(self, steps: list[tuple[str, int, int, bool]]) -> None:
        town = Town()
        for what, first, second, flag in steps:
            ear = Ear()
            hearers.add(ear)
            try:
                with self.captureOnCommitCallbacks(execute=True):
                    town.act(what, town.people[first], town.people[second], flag=flag)
            except TOLD:
                continue
            finally:
                hearers.discard(ear)
            town.check_frames(ear)
            town.check_pages()
