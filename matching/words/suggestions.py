"""What the engine found, said in plain words to the member, the helper or a coordinator."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from matching.engine import CHOSEN_BY_HELPER, CHOSEN_BY_SEEKER, Part
from people.vocabulary import HOURS, LANGUAGES, Way

SLOTS = dict(HOURS)
LANGUAGE_NAMES = dict(LANGUAGES)
WAY_WORDS = {
    Way.CHAT: "by message",
    Way.PHONE: "by phone",
    Way.VIDEO: "by video call",
    Way.IN_PERSON: "face to face",
}
BY_NAME = (CHOSEN_BY_SEEKER, CHOSEN_BY_HELPER)
# More than a few are tiring to read, and the first few already make the point.
MOST_VALUES = 4


@dataclass(frozen=True)
class Voice:
    """Who is spoken to: one sentence for each part of a fit, and for a wish by name; what has none is not told.

    Nobody is told that the other wished for them: it would be a burden to whoever wants to say no.
    """

    sentences: Mapping[str, str]


TO_MEMBER = Voice(
    {
        "topics": "They can help with what you named: {values}.",
        "lived_experience": "They have been through something like it themselves, as you wished.",
        "languages": "You can talk in {values}.",
        "hours": "They are free when you are: {values}.",
        "ways": "You can talk the way you like: {values}.",
        "place": "They live in your area.",
        "preferences": "They are a {values}, as you wished.",
        CHOSEN_BY_SEEKER: "They go by a name that you wrote down as somebody you would like.",
    }
)
TO_HELPER = Voice(
    {
        "topics": "They would like support with {values}, which you know about.",
        "lived_experience": "They wish for someone who has been there, as you have.",
        "languages": "You can talk in {values}.",
        "hours": "You are both free: {values}.",
        "ways": "It suits you both to talk {values}.",
        "place": "They live in your area.",
        CHOSEN_BY_HELPER: "They go by a name that you wrote down as somebody you would like to be alongside.",
    }
)
TO_COORDINATOR = Voice(
    {
        "topics": "Shared topics: {values}.",
        "lived_experience": "Wished for lived experience, and it is there.",
        "languages": "Shared language: {values}.",
        "hours": "Both free: {values}.",
        "ways": "Both can talk {values}.",
        "place": "Same area.",
        "preferences": "Wished for a {values}.",
        CHOSEN_BY_SEEKER: "The member wished for somebody of the helper’s name.",
        CHOSEN_BY_HELPER: "The helper wished for somebody of the member’s name.",
        "waiting": "Has waited {values}.",
    }
)


def reasons_in_words(reasons: Iterable[Mapping[str, Any]], voice: Voice, topics: Mapping[str, str]) -> list[str]:
    """One sentence for each stored reason, what counted most first; `topics` gives the names of topic slugs."""
    name_of: dict[str, Callable[[str], str]] = {
        "topics": lambda slug: topics.get(slug, slug),
        "languages": lambda code: LANGUAGE_NAMES.get(code, code),
        "hours": lambda slot: SLOTS.get(slot, slot),
        "ways": lambda way: WAY_WORDS.get(Way(way), way),
        "waiting": lambda days: "1 day" if str(days) == "1" else f"{days} days",
    }
    sentences = []
    for reason in sorted(reasons, key=lambda reason: -reason["points"]):
        for part, values in told_apart(reason["name"], reason["values"]):
            sentence = voice.sentences.get(part)
            if sentence:
                named = [name_of.get(part, str)(value) for value in values]
                sentences.append(sentence.format(values=listed(named)))
    return sentences


def told_apart(part: str, values: list[str]) -> Iterator[tuple[str, list[str]]]:
    """A reason as the things it is told as: a wish by name apart from what else was wished for."""
    by_name = [value for value in values if part == Part.PREFERENCES and value in BY_NAME]
    others = [value for value in values if value not in by_name]
    if others or not by_name:
        yield part, others
    yield from ((wish, []) for wish in by_name)


def listed(names: list[str]) -> str:
    """Names with commas and an "and"; the rest of a long list as "and 3 more"."""
    shown, more = names[:MOST_VALUES], len(names) - MOST_VALUES
    if more > 0:
        shown.append(f"{more} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


OBSTACLES = {
    "kind": "are not the kind of person they asked for (adviser or peer)",
    "vetting": "have no checks in date",
    "blocked": "are kept apart from them by a block",
    "conflict": "are too close to them",
    "avoided": "are on their list of people to avoid",
    "declined_before": "were declined or set aside before, or stopped",
    "age_group": "work with other age groups",
    "language": "share no language with them",
    "hours": "are free at other times",
    "way": "share no way of meeting",
    "gender": "are not of the gender they need",
    "topic": "know other topics",
}


def unplaced_in_words(reason: str, counts: Mapping[str, Any]) -> list[str]:
    """Why somebody could not be placed: one sentence, then what kept whom away, the most frequent first."""
    if reason == "no_helper_at_all":
        return ["There is no active adviser or peer at all."]
    if reason == "all_places_taken":
        fitting, full = counts["fitting"], counts["full_before"]
        return [f"{people(fitting)} would fit, but {taken(fitting, full)}."]
    if reason == "below_floor":
        return [f"{people(counts['fitting'])} would be possible, but fit less well than this round allowed."]
    obstacles = sorted(counts["obstacles"].items(), key=lambda item: (-item[1], item[0]))
    return ["Nobody fits yet.", *(f"{people(count)} {OBSTACLES[name]}." for name, count in obstacles)]


def taken(fitting: int, full: int) -> str:
    """What became of the places of those who fit; `full` of them had none free before the round."""
    if full == fitting:
        return "had no place free" if fitting == 1 else "none had a place free"
    return "all their places went to others" + (f"; {full} had none free before" if full else "")


def people(count: int) -> str:
    return "1 helper" if count == 1 else f"{count} helpers"
