"""Turns texts written down as one would on paper into values."""

import re
from dataclasses import dataclass
from textwrap import dedent


@dataclass(frozen=True)
class Story:
    """What a person of one of these ages says of their situation; an empty `gender` fits all."""

    topics: tuple[str, ...]
    ages: tuple[str, ...]
    gender: str
    words: str


@dataclass(frozen=True)
class Turn:
    """One message of a dialogue; `later` when some days pass before it."""

    by_helper: bool
    later: bool
    words: str


@dataclass(frozen=True)
class Dialogue:
    """`kind` is whom it fits: adviser, peer, or either when empty. Empty `topics` fit every pair."""

    topics: tuple[str, ...]
    kind: str
    young: bool
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class Reply:
    """`who` is opener, host or empty for any other member."""

    who: str
    words: str


@dataclass(frozen=True)
class Discussion:
    title: str
    posts: tuple[Reply, ...]


ADULTS = ("18_25", "26_64", "65_over")
AGES = {"child": "under_18", "young": "18_25", "adult": "26_64", "older": "65_over"}
HEADING = re.compile(r"#\s*(?P<topics>[^(\[]*)(?:\((?P<tags>[^)]*)\))?(?:\s*\[(?P<gender>\w+)\])?")


@dataclass(frozen=True)
class Community:
    """A network as it is set up, with what has been said there; `topics` say whom it draws."""

    name: str
    slug: str
    purpose: str
    agreement: str
    topics: tuple[str, ...]
    by_request: bool
    for_under_18s: bool
    discussions: tuple[Discussion, ...]


def sections(text: str) -> list[tuple[str, str]]:
    """The headings (lines that begin with #), each with the text under it."""
    parts = [part for part in re.split(r"(?m)^(?=#)", dedent(text).strip()) if part]
    return [(heading, body) for heading, _, body in (part.partition("\n") for part in parts)]


def paragraphs_of(body: str) -> list[str]:
    """What empty lines separate, each on one line."""
    return [" ".join(block.split()) for block in body.split("\n\n") if block.strip()]


def read_stories(text: str) -> tuple[Story, ...]:
    """Stories under headings such as `# debt, housing (adult, older) [woman]`."""
    stories = []
    for heading, body in sections(text):
        topics, tags, gender = read_heading(heading)
        ages = tuple(AGES[tag] for tag in tags) or ADULTS
        stories.append(Story(topics, ages, gender, "\n\n".join(paragraphs_of(body))))
    return tuple(stories)


def read_dialogues(text: str) -> tuple[Dialogue, ...]:
    """Dialogues of `H: ...` (who helps) and `M: ...` (the member); a line `...` is a pause of some days."""
    dialogues = []
    for heading, body in sections(text):
        topics, tags, _ = read_heading(heading)
        kind = next((tag for tag in tags if tag in ("adviser", "peer")), "")
        dialogues.append(Dialogue(topics, kind, "child" in tags, read_turns(body)))
    return tuple(dialogues)


def read_turns(body: str) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    # Each visit is what was said without a pause of days.
    for visit in re.split(r"(?m)^\.\.\.$", body):
        said = [" ".join(part.split()) for part in re.split(r"(?m)^(?=[HM]: )", visit) if part.strip()]
        turns += [Turn(part.startswith("H: "), bool(turns) and part is said[0], part[3:]) for part in said]
    return tuple(turns)


def read_discussions(text: str) -> tuple[Discussion, ...]:
    """Threads: the heading is the title, each paragraph a post, `(opener)` or `(host)` says by whom."""
    discussions = []
    for heading, body in sections(text):
        paragraphs = paragraphs_of(body)
        posts = [Reply("opener", paragraphs[0])]
        for paragraph in paragraphs[1:]:
            who = next((who for who in ("opener", "host") if paragraph.startswith(f"({who}) ")), "")
            posts.append(Reply(who, paragraph.removeprefix(f"({who}) ")))
        discussions.append(Discussion(heading.removeprefix("# "), tuple(posts)))
    return tuple(discussions)


def read_heading(heading: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Topics, tags and gender of a heading."""
    said = HEADING.fullmatch(heading.strip())
    if not said:
        raise ValueError(f"No heading: {heading}")
    return words_of(said["topics"]), words_of(said["tags"] or ""), said["gender"] or ""


def words_of(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def one_line(text: str) -> str:
    """A text of several lines as one paragraph."""
    return " ".join(text.split())
