"""Compares what was acknowledged and shown with what the table holds, and says in words what is wrong."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tests.faults.diary import Ack, Change, Said
from tests.faults.screen import Screen, Shown

Table = Mapping[int, Sequence[Shown]]


@dataclass(frozen=True)
class Evidence:
    """Everything there is to judge a run by; the keys of `table`, `last_seqs` and each screen are conversations."""

    table: Table
    last_seqs: Mapping[int, int]
    said: Mapping[str, Said] = field(default_factory=dict)
    acks: Sequence[Ack] = ()
    changes: Sequence[Change] = ()
    screens: Mapping[str, Mapping[int, Screen]] = field(default_factory=dict)


@dataclass(frozen=True)
class Findings:
    """What is wrong, by the promise it breaks; all empty is what we want."""

    lost: list[str]
    doubled: list[str]
    gaps: list[str]
    orders: list[str]
    screens: list[str]

    @property
    def is_clean(self) -> bool:
        return not any((self.lost, self.doubled, self.gaps, self.orders, self.screens))

    def __str__(self) -> str:
        counts = f"{len(self.lost)} lost, {len(self.doubled)} doubled, {len(self.gaps)} gaps, "
        return counts + f"{len(self.orders)} orders that differ, {len(self.screens)} screens unlike the table"

    def in_full(self, most: int = 10) -> str:
        kinds = (self.lost, self.doubled, self.gaps, self.orders, self.screens)
        return "\n".join([str(self), *(line for kind in kinds for line in kind[:most])])


def judge(evidence: Evidence) -> Findings:
    return Findings(
        lost=[*lost_messages(evidence), *lost_changes(evidence)],
        doubled=[*doubled(evidence.table), *answered_differently(evidence.acks)],
        gaps=list(gaps(evidence)),
        orders=list(orders_that_differ(evidence.screens)),
        screens=list(screens_unlike(evidence)),
    )


def lost_messages(evidence: Evidence) -> Iterator[str]:
    """Whatever was acknowledged must be there: at that place, by that author, in those words or their later edit."""
    rows = {row.id: (conversation, row) for conversation, row in _rows(evidence.table)}
    edited = {change.message for change in evidence.changes}
    for ack in evidence.acks:
        said = evidence.said[ack.client_id]
        where, row = rows.get(ack.message, (0, None))
        if row is None:
            yield f"{said.body!r} was acknowledged as {ack.message} and is not there"
        elif (where, row.seq, row.client_id, row.author) != (said.conversation, ack.seq, ack.client_id, said.author):
            yield f"{said.body!r} was acknowledged as {ack} and is kept as {row}"
        elif row.body != said.body and row.id not in edited:
            yield f"{said.body!r} was kept as {row.body!r}"


def lost_changes(evidence: Evidence) -> Iterator[str]:
    """The last change that was answered `done` must show, unless a later one was tried."""
    rows = {row.id: row for _, row in _rows(evidence.table)}
    tried: dict[tuple[int, str, int], list[Change]] = defaultdict(list)
    for change in evidence.changes:
        tried[change.message, *_aspect(change)].append(change)
    for changes in tried.values():
        done = [number for number, change in enumerate(changes) if change.is_done]
        row = rows.get(changes[0].message)
        if done and (row is None or not any(_shows(row, change) for change in changes[done[-1] :])):
            yield f"{changes[done[-1]]} was answered done and does not show in {row}"


def _aspect(change: Change) -> tuple[str, int]:
    """What of a message a change is about: its words, or somebody's reaction."""
    return ("reaction", change.by) if change.kind == "react" else ("words", 0)


def _shows(row: Shown, change: Change) -> bool:
    match change.kind:
        case "edit":
            return row.body == change.value and row.is_edited
        case "withdraw":
            return row.is_withdrawn and not row.body and not row.reactions
        case _:
            # Whoever withdraws a message takes the reactions to it away.
            return (change.value, change.by) in row.reactions or row.is_withdrawn


def doubled(table: Table) -> Iterator[str]:
    """By identity, and by words too: each thing was said once, under whatever identity it came back."""
    identities = Counter((row.author, row.client_id) for _, row in _rows(table))
    yield from (f"{identity} is there {count} times" for identity, count in identities.items() if count > 1)
    for conversation, rows in table.items():
        words = Counter(row.body for row in rows if row.body)
        yield from (f"{body!r} is in {conversation} {count} times" for body, count in words.items() if count > 1)


def answered_differently(acks: Iterable[Ack]) -> Iterator[str]:
    """The same message sent again gets the same answer."""
    answers: dict[str, set[tuple[int, int, int]]] = defaultdict(set)
    for ack in acks:
        answers[ack.client_id].add((ack.conversation, ack.message, ack.seq))
    yield from (f"{one} was answered {given}" for one, given in answers.items() if len(given) > 1)


def gaps(evidence: Evidence) -> Iterator[str]:
    """Every number up to the last was taken by a message or by a change of one, and by one only."""
    changed = {change.conversation for change in evidence.changes}
    for conversation, rows in evidence.table.items():
        last, seqs = evidence.last_seqs[conversation], [row.seq for row in rows]
        taken = Counter([*seqs, *(row.changed_seq for row in rows if row.changed_seq != row.seq)])
        yield from (f"{conversation}: {seq} was given {times} times" for seq, times in taken.items() if times > 1)
        beyond = [seq for seq in taken if not 1 <= seq <= last]
        yield from (f"{conversation}: {seq} is beyond its last number {last}" for seq in beyond)
        missing = last - len(rows)
        if conversation not in changed and missing:
            yield f"{conversation}: {last} numbers for {len(rows)} messages and no change"
        elif not 0 <= missing <= _most_numbers(evidence.changes, conversation):
            yield f"{conversation}: {last} numbers for {len(rows)} messages and fewer changes than that"


def _most_numbers(changes: Iterable[Change], conversation: int) -> int:
    """A change that was asked for again may have taken a number each time."""
    return sum(change.tries for change in changes if change.conversation == conversation)


def orders_that_differ(screens: Mapping[str, Mapping[int, Screen]]) -> Iterator[str]:
    """Any two readers who see two messages see them in the same order, and none ever moved."""
    first: dict[int, tuple[str, list[int]]] = {}
    for device, shown in screens.items():
        for conversation, screen in shown.items():
            yield from (f"{device}: {message} has moved" for message in screen.moved)
            order = [message.id for message in screen.lines]
            other, expected = first.setdefault(conversation, (device, order))
            common = set(order) & set(expected)
            if [one for one in order if one in common] != [one for one in expected if one in common]:
                yield f"{conversation} has another order with {device} than with {other}"


def screens_unlike(evidence: Evidence) -> Iterator[str]:
    """Afterwards everybody sees exactly what the table holds."""
    for device, shown in evidence.screens.items():
        for conversation, screen in shown.items():
            expected = list(evidence.table[conversation])
            if screen.lines != expected:
                yield f"{device} in {conversation}: {_difference(screen.lines, expected)}"
            elif screen.reached != evidence.last_seqs[conversation]:
                yield f"{device} in {conversation}: reached {screen.reached} of {evidence.last_seqs[conversation]}"


def _difference(seen: Sequence[Shown], expected: Sequence[Shown]) -> str:
    missing = [row for row in expected if row not in seen]
    strange = [row for row in seen if row not in expected]
    return f"{len(missing)} missing, such as {missing[:1]}; {len(strange)} strange, such as {strange[:1]}"


def _rows(table: Table) -> Iterator[tuple[int, Shown]]:
    return ((conversation, row) for conversation, rows in table.items() for row in rows)
