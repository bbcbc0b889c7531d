"""What stands around words of worry: who they are about, whether they are denied, long past, or only quoted."""

from enum import Enum, auto

from safeguarding.screening.phrases import Found, Phrases
from safeguarding.screening.reading import Sentence
from safeguarding.screening.worries import Kind

NEGATION_REACHES = 6
SUBJECT_WITHIN = 30


class Who(Enum):
    """The one a phrase speaks of, as far as the words before it tell."""

    WRITER = auto()
    READER = auto()
    SOMEBODY = auto()
    ANYBODY = auto()
    NOBODY = auto()
    THING = auto()
    NOT_SAID = auto()


_SUBJECTS = {
    Who.WRITER: "i me we us myself ourselves",
    Who.READER: "you yourself",
    Who.SOMEBODY: "he she they him her them himself herself themselves someone somebody friend mate mum mother dad "
    "father parents brother sister son daughter husband wife partner boyfriend girlfriend ex uncle aunt auntie cousin "
    "nan gran grandad nephew niece neighbour flatmate colleague boss child kid kids children boy girl man woman lad "
    "family stepdad stepmum stepson stepdaughter grandson granddaughter carer",
    Who.ANYBODY: "people anyone anybody everyone everybody those who",
    Who.NOBODY: "nobody",
    Who.THING: "it that this which news smell loss grief heat cold noise ball wave tiredness cat dog horse dentist",
}
SUBJECTS = {word: who for who, words in _SUBJECTS.items() for word in words.split()}

# "Her own life", "hurt themselves": the words of the phrase itself say that it is somebody else.
OTHERS_IN_A_PHRASE = frozenset("himself herself themselves themself his her their him them".split())
WRITER_IN_A_PHRASE = frozenset("i myself my me us our ourselves".split())
# Whoever looks up "how to kill yourself" means themselves.
LOOKING_FOR_A_WAY = frozenset(("how", "way", "ways"))
# "Wants to die" and "wishes he was dead" are never about the one who writes.
THIRD_PERSON = frozenset("wants wishes thinks hopes feels keeps".split())

NEGATIONS = frozenset("not never no without neither nor stopped quit".split())
# "I can't stop …", "not only …", "I don't know how …": these take the no back.
UNDOES_A_NO = frozenset("stop stopping only just know help sure trust see care mind matter sleep why if".split())
# A no reaches past a new "I" only through a word like these: "I don't mean I want to", but "I'm not well I want to".
SAYS = frozenset("mean meant think say said saying believe feel that thinking".split())
PROMISES_NOTHING = frozenset(("why", "promise", "guarantee"))
ENDS_A_NO = frozenset("and but because so then until unless except".split())
PRONOUNS = frozenset("i he she we they".split())

_WHEN = {
    "young": "a young little small younger",
    "age": "four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty 12 13 14 15 16 17 18 19 20",
}
LONG_AGO = Phrases(
    [
        (
            True,
            """
            years|decades ago|back
            years since
            in the sixties|seventies|eighties|nineties
            at <age> $
            before i|we was|were born
            long time ago
            back then
            back when
            back in
            in the past
            used to
            when i|we|he|she was|were <young>|<age>
            when i|we was|were at school|college|university
            as a young? child|kid|teenager|boy|girl|man|woman
            at school|college|university
            in my|his|her teens|twenties|thirties|forties|fifties
            all those years
            i|he|she|we once
            were|was .. once $
            """,
        ),
        # Any of these brings it back.
        (
            False,
            """
            now|again|still|tonight|today|yesterday|currently|lately|recently|keep|keeps|keeping
            this|last week|morning|night|month
            come|coming|came|comes back
            these days
            """,
        ),
    ],
    _WHEN,
)
PRESENT_TENSE = frozenset("want wants am is are feel feels keep keeps going wish need".split())

# Words that tell of helplines, or of what was read or seen, and not of the people in the conversation.
SOURCES = frozenset(
    "samaritans papyrus childline helpline hotline 116123 85258 poster leaflet article book novel film documentary "
    "programme course training webinar charity".split()
)
ASKING = frozenset(("if", "have", "did", "do", "are"))


def speaks_of(found: Found[object], sentence: Sentence) -> Who:
    """Whom a phrase is about: by its own words, else by the nearest of those named before it."""
    own = sentence.words[found.start : found.end]
    if own[0] in LOOKING_FOR_A_WAY or not WRITER_IN_A_PHRASE.isdisjoint([*own, *_object_of(found, sentence)]):
        return Who.WRITER
    before = subject_before(found.start, sentence)
    if "yourself" in own or "your" in own:
        return Who.READER
    if not OTHERS_IN_A_PHRASE.isdisjoint(own) or own[0] in THIRD_PERSON:
        return Who.ANYBODY if before == Who.ANYBODY else Who.SOMEBODY
    return before


def _object_of(found: Found[object], sentence: Sentence) -> list[str]:
    """The word after the phrase, if it goes with it: "evicted us", "threatens to kill me"."""
    same_clause = sentence.clauses[found.end : found.end + 1] == [sentence.clauses[found.end - 1]]
    return sentence.words[found.end : found.end + 1] if same_clause else []


def subject_before(start: int, sentence: Sentence) -> Who:
    for word in reversed(sentence.words[max(start - SUBJECT_WITHIN, 0) : start]):
        if word in SUBJECTS:
            return SUBJECTS[word]
    return Who.NOT_SAID


def is_denied(found: Found[object], sentence: Sentence) -> bool:
    """Whether a no before the phrase, in its own clause, reaches it; two of them are none."""
    noes = 0
    between: list[str] = []
    for at in range(found.start - 1, max(found.start - 1 - NEGATION_REACHES, -1), -1):
        word = sentence.words[at]
        if sentence.clauses[at] != sentence.clauses[found.start] or word in ENDS_A_NO:
            break
        if word in NEGATIONS and not _denies_nothing(at, sentence):
            noes += UNDOES_A_NO.isdisjoint(between)
        if word in PRONOUNS and SAYS.isdisjoint(sentence.words[max(at - 2, 0) : at]):
            # Whatever was denied before this "I" is another matter; and "why I shouldn't" denies nothing.
            return noes % 2 == 1 and PROMISES_NOTHING.isdisjoint(sentence.words[max(at - 1, 0) : at])
        between.append(word)
    return noes % 2 == 1


def _denies_nothing(at: int, sentence: Sentence) -> bool:
    """Whether this is the no of "No I don't", or that of "how not to"."""
    if at == 0:
        return sentence.words[0] == "no" and not PRONOUNS.isdisjoint(sentence.words[1:2])
    return sentence.words[at - 1] == "how"


def is_in_the_past_tense(found: Found[object], sentence: Sentence) -> bool:
    """Whether the phrase is told in the past tense; whether that past is over the whole sentence says."""
    used_to = "used" in sentence.words[max(found.start - 3, 0) : found.start]
    return used_to or PRESENT_TENSE.isdisjoint(sentence.words[max(found.start - 2, 0) : found.end])


def is_of_the_past(sentence: Sentence, following: Sentence | None) -> bool:
    """Whether it speaks of a time that is over, itself or where it goes on with "That was …"."""
    goes_on = following is not None and following.words[:2] == ["that", "was"]
    return _is_of_the_past(sentence) or (following is not None and goes_on and _is_of_the_past(following))


def _is_of_the_past(sentence: Sentence) -> bool:
    """ "Years ago" is over, but not "years ago, and again now"."""
    times = {found.what for found in LONG_AGO.find(sentence)}
    return False not in times and (True in times or any(map(_is_a_year, sentence.words)))


def _is_a_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def is_in_general(who: Who, sentence: Sentence) -> bool:
    """Whether it is said of people in general, or only asked of the reader."""
    if who in (Who.ANYBODY, Who.NOBODY):
        return True
    is_to_the_reader = who == Who.READER or (who != Who.WRITER and "you" in sentence.words)
    return is_to_the_reader and (sentence.asks or not ASKING.isdisjoint(sentence.words))


def speaks_of_a_source(sentence: Sentence) -> bool:
    return not SOURCES.isdisjoint(sentence.words)


def cannot_be(kind: Kind, agent: Who, who: Who) -> bool:
    """Whether the one who does it rules this kind out: news that hits one is nobody who hits."""
    if kind == Kind.SELF_HARM:
        return False
    # "I hit her" is in another table: harm to somebody else.
    return agent in (Who.THING, Who.NOBODY) or (kind == Kind.HARMED and agent == Who.WRITER and who == Who.SOMEBODY)
