"""What pairs have written to each other over the past weeks."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.utils.timezone import localtime

from config.demo.words import talks_between, talks_family, talks_health, talks_life
from config.demo.words.reading import Dialogue, Turn
from matching.models import Pairing
from messaging.models import Conversation, Message, Participant
from people.vocabulary import AgeGroup

DIALOGUES = talks_health.DIALOGUES + talks_family.DIALOGUES + talks_life.DIALOGUES
BETWEEN = talks_between.DIALOGUES
# From which hour to which people begin to write; young people after school.
USUAL, AFTER_SCHOOL = (8, 21), (16, 19)


@dataclass(frozen=True)
class Talk:
    """The turns a pair has had, with their times."""

    pairing: Pairing
    said: tuple[tuple[Turn, datetime], ...]


class Choice:
    """Picks what each pair says; nobody who helps says or hears the same twice."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.used: dict[Dialogue, int] = defaultdict(int)
        self.had: dict[int, set[Dialogue]] = defaultdict(set)

    def dialogue(self, pairing: Pairing) -> Dialogue | None:
        """The dialogue nearest to what the pair is about, among those used least."""
        topics = {topic.slug for topic in pairing.request.topics.all()}
        possible = [
            one
            for one in self.new_to(pairing, DIALOGUES)
            if one.kind == pairing.helper.kind and (not one.topics or topics & set(one.topics))
        ]
        if not possible:
            return None
        return self.take(
            pairing, min(possible, key=lambda one: (self.used[one] // 3, -closeness(one, topics), self.rng.random()))
        )

    def between(self, pairing: Pairing, number: int) -> list[Dialogue]:
        """So many short exchanges for the weeks after that."""
        possible = self.new_to(pairing, BETWEEN)
        chosen = self.rng.sample(possible, min(number, len(possible)))
        return [self.take(pairing, one) for one in chosen]

    def new_to(self, pairing: Pairing, dialogues: Iterable[Dialogue]) -> list[Dialogue]:
        young = pairing.request.person.age_group == AgeGroup.UNDER_18
        return [one for one in dialogues if one.young == young and one not in self.had[pairing.helper_id]]

    def take(self, pairing: Pairing, chosen: Dialogue) -> Dialogue:
        self.used[chosen] += 1
        self.had[pairing.helper_id].add(chosen)
        return chosen


def closeness(dialogue: Dialogue, topics: set[str]) -> float:
    """How much of the dialogue is about these topics; one that is about nothing in particular half fits all."""
    return len(topics & set(dialogue.topics)) / len(dialogue.topics) if dialogue.topics else 0.5


def talk(rng: Random, pairings: Iterable[Pairing], *, at: datetime) -> None:
    """Write the conversations of these pairings; a few say nothing, a few have fallen silent."""
    choice = Choice(rng)
    talks = []
    for number, pairing in enumerate(pairings):
        dialogue = choice.dialogue(pairing) if number % 17 != 16 else None
        if dialogue is not None:
            silent = number % 7 == 3 and pairing.state == Pairing.State.ACTIVE
            span = Span.of(rng, pairing, silent=silent, at=at)
            visits = split(dialogue)[: 1 + span.days // 3]
            weeks_left = max(0, span.days - 5 * len(visits)) // 9
            visits += [[*one.turns] for one in choice.between(pairing, weeks_left)]
            talks.append(Talk(pairing, when_said(rng, visits, span)))
    record(rng, talks)


@dataclass(frozen=True)
class Span:
    """From when to when a pair wrote to each other, about; nothing is said from `closed` on."""

    begin: datetime
    end: datetime
    closed: datetime
    hours: tuple[int, int]

    @property
    def days(self) -> int:
        return (self.end - self.begin).days

    @classmethod
    def of(cls, rng: Random, pairing: Pairing, *, silent: bool, at: datetime) -> "Span":
        closed = pairing.ended_at or at
        begin = pairing.began_at + timedelta(hours=rng.uniform(2, 30))
        quiet = rng.uniform(16, 30) if silent else rng.choice([0.1, 0.3, 1, 1.5, 3, 5, 8])
        young = pairing.request.person.age_group == AgeGroup.UNDER_18
        end = max(begin, closed - timedelta(days=quiet))
        return cls(begin, end, closed, AFTER_SCHOOL if young else USUAL)


def when_said(rng: Random, visits: list[list[Turn]], span: Span) -> tuple[tuple[Turn, datetime], ...]:
    """Spread the visits over the span, those of the first weeks closer together."""
    said: list[tuple[Turn, datetime]] = []
    for number, visit in enumerate(visits):
        share = (number / (len(visits) - 1)) ** 1.2 if number else 0
        moment = by_day(span.begin + (span.end - span.begin) * share, *span.hours)
        moment = max(moment, said[-1][1]) if said else moment
        for turn in visit:
            # Those who write at once are answered within minutes, others within hours.
            moment += timedelta(minutes=rng.choice([2, 4, 7, 15, 40, 120]) * rng.uniform(0.6, 1.4))
            if moment < span.closed - timedelta(minutes=2):
                said.append((turn, moment))
    return tuple(said)


def split(dialogue: Dialogue) -> list[list[Turn]]:
    visits: list[list[Turn]] = []
    for turn in dialogue.turns:
        if turn.later or not visits:
            visits.append([])
        visits[-1].append(turn)
    return visits


def by_day(moment: datetime, first: int, last: int) -> datetime:
    """The moment itself within these hours, else the next time that they begin."""
    hour = localtime(moment).hour
    return moment if first <= hour < last else moment + timedelta(hours=(first - hour) % 24)


def record(rng: Random, talks: list[Talk]) -> None:
    """Write all at once, as `post_message` would have one by one; nobody is there yet to be told."""
    messages, conversations, read = [], [], {}
    for one in talks:
        conversation = one.pairing.conversation
        helper, member = one.pairing.helper.person, one.pairing.request.person
        for seq, (turn, moment) in enumerate(one.said, start=1):
            author = helper if turn.by_helper else member
            body = turn.words.replace("{member}", str(member)).replace("{helper}", str(helper))
            client_id = UUID(int=rng.getrandbits(128), version=4)
            messages.append(
                Message(
                    conversation=conversation,
                    seq=seq,
                    changed_seq=seq,
                    author=author,
                    client_id=client_id,
                    body=body,
                    sent_at=moment,
                )
            )
        if one.said:
            conversation.last_seq, conversation.last_at = len(one.said), one.said[-1][1]
            conversations.append(conversation)
            read[conversation.pk] = how_far(rng, one)
    Message.objects.bulk_create(messages)
    Conversation.objects.bulk_update(conversations, ["last_seq", "last_at"])
    places = list(Participant.objects.filter(conversation__in=conversations))
    for place in places:
        place.read_seq = read[place.conversation_id][place.person_id]
    Participant.objects.bulk_update(places, ["read_seq"])


def how_far(rng: Random, one: Talk) -> dict[int, int]:
    """Who wrote last has read everything; the other sometimes has something new to read."""
    last = len(one.said)
    unread = 0
    if rng.random() < 0.35:
        by_helper = one.said[-1][0].by_helper
        while unread < last and one.said[-1 - unread][0].by_helper == by_helper:
            unread += 1
    helper, member = one.pairing.helper.person_id, one.pairing.request.person_id
    last_by_helper = one.said[-1][0].by_helper
    return {
        helper: last if last_by_helper else last - unread,
        member: last - unread if last_by_helper else last,
    }
