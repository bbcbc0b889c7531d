"""Says something exactly once and in order: one message, or many of many people in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from messaging.details import contact_details_in, warning_about
from messaging.files import GivenFile
from messaging.models import Attachment, Conversation, Message
from messaging.operations.files import keep_files, written_down
from messaging.operations.reporting import look_for_worries
from messaging.operations.rooms import Room, hold_rooms, let_go, tell_of
from messaging.rules import IS_NOT_YOURS, details_go_to_a_peer, what_stops_among
from messaging.words import clean_words
from people.models import Person
from people.ready import ready
from safeguarding.queries import blocked_pairs


class MayNotPost(PermissionDenied):
    """The words say what stops it, and never who."""


class NotThere(MayNotPost):
    """Who is not part of a conversation does not learn whether there is one."""


class SaidSomethingElse(ValidationError):
    """A client id was used again for other words: a page was sent a second time after it was changed."""


class NothingToAnswer(ValidationError):
    """What is answered is not, or no longer, to be seen by whoever answers it."""


class DetailsAreIn(ValidationError):
    """It gives away contact details to a peer: its writer is asked once more, and says that they are `sure`."""


@dataclass(frozen=True)
class Posting:
    """Something to be said: by which person, in which conversation, in words as `clean_words` returns them."""

    by: int
    conversation: int
    client_id: UUID
    words: str
    reply_to: int = 0
    sure: bool = False
    # Written down already, and kept together with the message.
    files: Sequence[Attachment] = ()

    @property
    def identity(self) -> tuple[int, UUID]:
        return self.by, self.client_id


@dataclass(frozen=True)
class Facts:
    """What is read once for a whole batch, under its locks, and decides about each posting in it."""

    rooms: dict[int, Room]
    writers: dict[int, Person]
    apart: set[tuple[int, int]]
    answered: dict[int, Message]

    def whom_they_avoid(self, person: int) -> set[int]:
        """Everybody a block keeps apart from this person, whoever made it."""
        return {other for pair in self.apart if person in pair for other in pair} - {person}


Outcome = Message | PermissionDenied | ValidationError


def post_message(
    *,
    by: Person,
    conversation: Conversation,
    client_id: UUID,
    body: str,
    at: datetime,
    reply_to: int = 0,
    sure: bool = False,
    files: Sequence[GivenFile] = (),
) -> Message:
    """Say `body` in the conversation; the same client id again returns the message as it was said first.

    One transaction: lock the counter, ask the rule, take the next number, insert, have a person look where the words
    give cause to. After the commit one frame goes to everyone present, the author's other devices too.
    """
    words = clean_words(body, may_be_empty=bool(files))
    with written_down(files, by=by, at=at) as written:
        posting = Posting(by.pk, conversation.pk, client_id, words, reply_to, sure, written)
        [outcome] = post_messages([posting], at=at)
        if isinstance(outcome, Message):
            return outcome
        raise outcome


def post_messages(postings: Sequence[Posting], *, at: datetime) -> list[Outcome]:
    """Say all of these in one transaction, in this order; return for each the message, or why it could not be said.

    What stops one stops no other.
    """
    if not postings:
        return []
    try:
        outcomes = _say(postings, at)
    except IntegrityError:
        # Answered and left out together: one by one they would take so long that devices ask again meanwhile, and a
        # server with many of them would never come to an end.
        said = _said_before(postings)
        if not said:
            raise
        others = iter(post_messages([posting for posting in postings if posting.identity not in said], at=at))
        return [
            _the_same(said[posting.identity], posting) if posting.identity in said else next(others)
            for posting in postings
        ]
    return [_or_said_before(posting, outcome) for posting, outcome in zip(postings, outcomes, strict=True)]


@transaction.atomic
def _say(postings: Sequence[Posting], at: datetime) -> list[Outcome]:
    facts = _facts_for(postings)
    outcomes: dict[tuple[int, UUID], Outcome] = {}
    for posting in postings:
        # The same twice in one batch is the same message.
        if posting.identity not in outcomes:
            outcomes[posting.identity] = _place(posting, facts, at)
    said = [outcome for outcome in outcomes.values() if isinstance(outcome, Message)]
    Message.objects.bulk_create(said)
    let_go(facts.rooms[message.conversation_id] for message in said)
    given = {posting.identity: posting.files for posting in reversed(postings)}
    kept = {message.pk: keep_files(message, given[message.author_id, message.client_id]) for message in said}
    # In an order of authors, because two who write of the same worry at once would wait for each other in a circle.
    for message in sorted(said, key=lambda message: message.author_id):
        message.calls_for_help = look_for_worries(message=message, at=at)
    for message in said:
        tell_of(message, facts.rooms[message.conversation_id], files=kept[message.pk])
    return [_if_it_is(posting, outcomes[posting.identity]) for posting in postings]


WHAT_A_WRITER_IS = ["id", "chosen_name", "is_active"]
WRITERS = ready(lambda people: Person.objects.filter(pk__in=people).values_list(*WHAT_A_WRITER_IS))


def _facts_for(postings: Sequence[Posting]) -> Facts:
    rooms = hold_rooms(posting.conversation for posting in postings)
    people = {posting.by for posting in postings}
    answered = {posting.reply_to for posting in postings if posting.reply_to}
    return Facts(
        rooms=rooms,
        writers={row[0]: Person.from_db(None, WHAT_A_WRITER_IS, row) for row in WRITERS(people)},
        apart=blocked_pairs(list(people)),
        # Mostly nothing is answered, and then nothing is asked.
        answered=Message.objects.select_related("author").in_bulk(answered) if answered else {},
    )


def _place(posting: Posting, facts: Facts, at: datetime) -> Outcome:
    """Give what is said its number, or say what stops it."""
    room, writer = facts.rooms.get(posting.conversation), facts.writers.get(posting.by)
    if room is None or writer is None or writer.pk not in room.reads_after:
        return NotThere(IS_NOT_YOURS)
    apart = facts.whom_they_avoid(writer.pk) & room.reads_after.keys()
    if stopped_by := what_stops_among(writer, room.conversation, present=room.reads_after, apart=apart):
        return MayNotPost(stopped_by)
    quoted = facts.answered.get(posting.reply_to)
    if posting.reply_to and not _may_be_answered(quoted, room, writer):
        return NothingToAnswer("The message you answer is not there any more.", code="nothing_to_answer")
    if warning := "" if posting.sure else warning_for(posting.words, room.conversation):
        return DetailsAreIn(warning, code="contact_details")
    seq = room.take_number()
    room.conversation.last_at = at
    return Message(
        conversation=room.conversation,
        seq=seq,
        changed_seq=seq,
        author=writer,
        client_id=posting.client_id,
        body=posting.words,
        reply_to=quoted,
        sent_at=at,
    )


def warning_for(words: str, conversation: Conversation) -> str:
    """What to ask before these words are said here; empty when there is nothing to ask."""
    details = contact_details_in(words)
    return warning_about(details) if details and details_go_to_a_peer(conversation) else ""


def _may_be_answered(quoted: Message | None, room: Room, writer: Person) -> bool:
    """Words of this conversation that the writer sees."""
    if quoted is None or quoted.kind != Message.Kind.WORDS:
        return False
    return quoted.conversation_id == room.conversation.pk and quoted.seq > room.reads_after[writer.pk]


def _or_said_before(posting: Posting, outcome: Outcome) -> Outcome:
    """What was said is said, even when it could not be said now: a copy whose first answer was lost on the way."""
    if isinstance(outcome, Message):
        return outcome
    said = _said_before([posting]).get(posting.identity)
    return _the_same(said, posting) if said else outcome


def _said_before(postings: Sequence[Posting]) -> dict[tuple[int, UUID], Message]:
    """By identity, those messages that are there already."""
    authors, identities = {one.by for one in postings}, {one.client_id for one in postings}
    found = Message.objects.filter(author__in=authors, client_id__in=identities).select_related("author")
    return {(one.author_id, one.client_id): one for one in found.prefetch_related("earlier_words", "files")}


def _the_same(said: Message, posting: Posting) -> Outcome:
    """The message as it was said first, unless its identity now stands for something else."""
    if [one.sha256 for one in said.files.all()] != [one.sha256 for one in posting.files]:
        return _said_something_else()
    first = said.earlier_words.first()
    return _if_it_is(posting, said, first.words if first else said.body)


def _if_it_is(posting: Posting, outcome: Outcome, words: str | None = None) -> Outcome:
    if not isinstance(outcome, Message):
        return outcome
    if (outcome.conversation_id, outcome.body if words is None else words) == (posting.conversation, posting.words):
        return outcome
    return _said_something_else()


def _said_something_else() -> SaidSomethingElse:
    return SaidSomethingElse(
        "Your last message was sent already. To send this one too, press Send again.", code="said_before"
    )
