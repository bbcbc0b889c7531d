"""Reads a text for worries: finds the phrases of the tables, then asks what stands around each."""

from collections.abc import Iterator
from itertools import pairwise

from safeguarding.screening.context import (
    LONG_AGO,
    SUBJECTS,
    Who,
    cannot_be,
    is_denied,
    is_in_general,
    is_in_the_past_tense,
    is_of_the_past,
    speaks_of,
    speaks_of_a_source,
    subject_before,
)
from safeguarding.screening.phrases import Found, Phrases
from safeguarding.screening.reading import Reader, Sentence
from safeguarding.screening.tables import GROUPS, SAYINGS, WORRIES
from safeguarding.screening.worries import About, Kind, Sureness, Worry

PHRASES = Phrases(WORRIES, GROUPS)
SAYING = Phrases([(None, SAYINGS)], GROUPS)
READER = Reader(PHRASES.words | SAYING.words | LONG_AGO.words | SUBJECTS.keys())

FOUND_ON_A_CHILD = frozenset(f"bruise bruises {GROUPS['child']}".split())


def worries_in(words: str) -> list[Worry]:
    """Each kind of worry that these words raise, about the writer or somebody else, once and by its clearest words."""
    text = READER.clean(words)
    clearest: dict[tuple[Kind, About], Worry] = {}
    for sentence, following in pairwise([*READER.sentences(text), None]):
        for worry in _worries_of(sentence, following, text):
            key = (worry.kind, worry.about)
            if key not in clearest or (worry.sureness, clearest[key].sureness) == (Sureness.CLEAR, Sureness.POSSIBLE):
                clearest[key] = worry
    return list(clearest.values())


def _worries_of(sentence: Sentence | None, following: Sentence | None, text: str) -> Iterator[Worry]:
    phrases = list(PHRASES.find(sentence)) if sentence else []
    if sentence is None or not phrases:
        return
    said = {at for saying in SAYING.find(sentence) for at in range(saying.start, saying.end)}
    past = is_of_the_past(sentence, following)
    told = speaks_of_a_source(sentence)
    for phrase in phrases:
        if not said.isdisjoint(range(phrase.start, phrase.end)) or is_denied(phrase, sentence):
            continue
        if past and is_in_the_past_tense(phrase, sentence):
            continue
        kind, sureness = phrase.what
        about = _about(kind, phrase, sentence)
        if about is None or (told and about != About.WRITER):
            continue
        yield Worry(kind, about, _quoted(phrase, sentence, text), sureness)


def _about(kind: Kind, phrase: Found[tuple[Kind, Sureness]], sentence: Sentence) -> About | None:
    """Whom the worry is about; None where the words speak of nobody in particular."""
    who, agent = speaks_of(phrase, sentence), subject_before(phrase.start, sentence)
    if cannot_be(kind, agent, who) or is_in_general(who, sentence):
        return None
    if kind in (Kind.CHILD, Kind.OTHERS):
        # Here it is the one who does it that matters, and a bruise does not tell who that is.
        does_it = agent == Who.WRITER and sentence.words[phrase.start] not in FOUND_ON_A_CHILD
        return About.WRITER if does_it or (kind == Kind.OTHERS and agent != Who.SOMEBODY) else About.SOMEBODY_ELSE
    return About.WRITER if who in (Who.WRITER, Who.NOT_SAID, Who.THING) else About.SOMEBODY_ELSE


def _quoted(phrase: Found[object], sentence: Sentence, text: str) -> str:
    return text[sentence.places[phrase.start][0] : sentence.places[phrase.end - 1][1]]
