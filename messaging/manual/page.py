"""The protocol as a page of Markdown, for people."""

from dataclasses import dataclass

from django.template.loader import render_to_string

from messaging import limits, protocol, words
from messaging.lines import MOST_BYTES, MOST_FRAMES
from messaging.manual import examples
from messaging.manual.shapes import Part, parts_of, words_of
from messaging.manual.words import CODES, DONE_WITH
from messaging.protocol import ANSWERS, CLOSE_CODES, COMMANDS, EVENTS, Missing, encode, encode_plain
from messaging.protocol.reading import LONGEST_REF


@dataclass(frozen=True)
class Entry:
    """One thing that can be said: its type, what it is for, its parts, how it looks."""

    name: str
    words: str
    parts: list[Part]
    example: str
    answer: str = ""


def manual_page() -> str:
    return render_to_string(
        "messaging/protocol.md",
        {
            "version": protocol.VERSION,
            "commands": [
                _entry(name, kind, examples.COMMANDS[name], DONE_WITH[name]) for name, kind in COMMANDS.items()
            ],
            "answers": [_entry(name, kind, encode(examples.ANSWERS[name])) for name, kind in ANSWERS.items()],
            "missing": parts_of(Missing),
            "events": [_entry(name, kind, encode(examples.EVENTS[name])) for name, kind in EVENTS.items()],
            "message": encode_plain(examples.MESSAGE),
            "codes": CODES,
            "close_codes": CLOSE_CODES,
            "limits": _limits(),
        },
    )


def _entry(name: str, kind: type, example: str, answer: str = "") -> Entry:
    return Entry(name, words_of(kind), parts_of(kind), example, answer)


def _limits() -> dict[str, str]:
    return {
        "A frame from a browser": f"{protocol.LONGEST_FRAME // 1024} KiB",
        "Words of a message": f"{words.LONGEST:,} characters",
        "`ref`": f"{LONGEST_REF} characters",
        "Conversations in one `resume`": f"{protocol.MOST_RESUMED}",
        "Posts of one person": _allowed(limits.POSTS),
        "Commands of one person": _allowed(limits.COMMANDS),
        "What may wait for a reader": f"{MOST_FRAMES} frames or {MOST_BYTES // 1024 // 1024} MiB",
    }


def _allowed(allowance: limits.Allowance) -> str:
    return f"{allowance.most} in {allowance.within.total_seconds():.0f} seconds"
