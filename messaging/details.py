"""Finds contact details in what somebody wrote, to ask once more before they are sent. Plain Python."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Detail(StrEnum):
    """The value is how the warning names it."""

    PHONE = "a telephone number"
    EMAIL = "an e-mail address"
    ADDRESS = "a home address"
    PROFILE = "a name or link on another service"


def contact_details_in(words: str) -> list[Detail]:
    """Each kind of detail that these words give away, in a fixed order."""
    in_small = words.lower()
    found = {look.detail for look in LOOKS if look.is_in(words, in_small)}
    if _has_phone(in_small):
        found.add(Detail.PHONE)
    return [detail for detail in Detail if detail in found]


def warning_about(details: list[Detail]) -> str:
    """What the writer is told before it is sent."""
    named = " and ".join(filter(None, [", ".join(details[:-1]), details[-1]]))
    return (
        f"This looks as if it has {named} in it. Once sent, it cannot be taken back from somebody who has read it. "
        "You can keep talking here as long as you like without it. Send it anyway?"
    )


# -- Telephone numbers

# A run of digits with what people put in between: one to three signs, never letters. No sign is a digit, so there is
# one way only to read a run.
DIGITS_APART = re.compile(r"(?<![\w£$€#])\+?\(?\d(?:[ \t().+/–-]{0,3}\d){8,24}(?!\w)")
BETWEEN_DIGITS = re.compile(r"(?<=\d)[ ,]+(?:then|and|dash|dot|space|um|er)[ ,]+(?=\d)")
DIGIT = re.compile(r"\d")
DIGITS_IN_WORDS = {
    word: str(number)
    for number, words in enumerate("zero/oh/nought one two three four five six seven eight nine".split())
    for word in words.split("/")
}
DIGIT_IN_WORDS = re.compile(rf"\b(?:(double|triple) )?({'|'.join(DIGITS_IN_WORDS)}|\d)\b")
TIMES = {"double": 2, "triple": 3}
UK_NUMBERS = frozenset({("07", 11), ("01", 10), ("01", 11), ("02", 11)})
# "Double oh seven, triple nine, double one, 23" is about the shortest way to say a number.
FEWEST_WORDS = 5


def _has_phone(in_small: str) -> bool:
    in_words = sum(word.strip(",.") in DIGITS_IN_WORDS for word in in_small.split())
    if len(DIGIT.findall(in_small)) + in_words < FEWEST_WORDS:
        return False
    in_digits = BETWEEN_DIGITS.sub(" ", DIGIT_IN_WORDS.sub(_in_digits, in_small))
    return any(_is_phone(run.group()) for text in (in_small, in_digits) for run in DIGITS_APART.finditer(text))


def _in_digits(found: re.Match[str]) -> str:
    times, word = found.groups()
    return DIGITS_IN_WORDS.get(word, word) * TIMES.get(times or "", 1)


def _is_phone(run: str) -> bool:
    """A number one can be rung on at home, whole groups of the run long; services' 03 and 08 numbers are not."""
    so_far = ""
    for group in re.findall(r"\d+", run):
        so_far += group
        if run.startswith("+") or so_far.startswith("00"):
            if 10 <= len(so_far.lstrip("0")) <= 15:
                return True
        elif (so_far[:2], len(so_far)) in UK_NUMBERS or (so_far[:3] == "447" and len(so_far) == 12):
            return True
    return False


# -- What has a form of its own


@dataclass(frozen=True)
class Look:
    """One form of a detail; without one of its `signs` in the words, in small letters, it need not be looked for."""

    detail: Detail
    signs: tuple[str, ...]
    form: re.Pattern[str]

    def is_in(self, words: str, in_small: str) -> bool:
        return any(sign in in_small for sign in self.signs) and self.form.search(words) is not None


def form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


PROVIDERS = ("gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud", "btinternet", "proton")
ENDING = "(?:com|org|net|uk|co|me|info|eu|ac|gov)"

# The second half of a postcode has no C, I, K, M, O or V, which keeps "t4 7pm" out.
INWARD = "[ABD-HJLNP-UW-Z]{2}"
STREETS = "Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Gardens|Grove|Court|Way|Row|Walk|Mews"

SERVICE = (
    "(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|whats ?app|telegram|discord|facebook|fb|skype|twitter|messenger|tinder)"
)
SERVICES = ("insta", "snap", "tik", "whats", "telegram", "discord", "facebook", "fb", "skype", "twitter", "tinder")
# What one may say of "my insta" without giving it away.
NO_NAME = "(?:not|broken|full|private|down|off|hacked|gone|old|new|so|too|just|the|all|for|only|boring|really|very)"

LOOKS = [
    Look(Detail.EMAIL, ("@",), form(r"\w@[\w-]{1,63}\.\w\w")),
    Look(
        Detail.EMAIL,
        ("dot",),
        form(rf"\w[ ([]{{1,2}}at[ )\]]{{1,2}}[\w-]{{2,40}}[ ([]{{1,2}}dot[ )\]]{{1,2}}{ENDING}\b"),
    ),
    Look(Detail.EMAIL, PROVIDERS, form(rf"(?:@|\bat) ?(?:{'|'.join(PROVIDERS)})\b(?! street| road)")),
    # A postcode; in small letters its two halves stand apart.
    Look(Detail.ADDRESS, tuple("123456789"), re.compile(rf"\b[A-Z]{{1,2}}\d[A-Z\d]? ?\d{INWARD}\b")),
    Look(Detail.ADDRESS, tuple("123456789"), form(rf"\b[A-Z]{{1,2}}\d[A-Z\d]? \d{INWARD}\b")),
    Look(
        Detail.ADDRESS,
        tuple("123456789"),
        re.compile(rf"\b\d{{1,4}}[A-Za-z]?,? (?:[A-Z][a-z'’]{{1,20}} ){{1,3}}(?:{STREETS})\b"),
    ),
    Look(
        Detail.ADDRESS,
        ("live at", "address is", "m at"),
        form(r"\b(?:live at|my address is|i'?m at) (?:flat |number |no\.? ?)?\d{1,4}[a-z]?,? [a-z]{3}"),
    ),
    Look(
        Detail.PROFILE,
        (".com/", ".me/", ".gg/", ".ee/"),
        form(
            r"\b(?:(?:facebook|fb|instagram|tiktok|snapchat|twitter|x|linkedin|onlyfans)\.com"
            r"|(?:wa|t|m|fb)\.me|discord\.gg|linktr\.ee)/\w"
        ),
    ),
    # "@ben" may be somebody here; with digits or signs in it, it is a handle.
    Look(Detail.PROFILE, ("@",), form(r"(?<![\w@.])@[a-z]+[._\d][\w.]+")),
    Look(Detail.PROFILE, ("@",), form(rf"\b{SERVICE}\b[^\n@]{{0,20}}(?<!\w)@\w{{3}}")),
    Look(
        Detail.PROFILE,
        SERVICES,
        form(
            rf"\b(?:my|add me on|find me on|message me on|i'?m on) {SERVICE}(?: (?:name|handle|user ?name|id|account))?"
            rf" ?(?:is|as|:|=|-|under|at) ?(?!{NO_NAME}\b)@?[a-z][\w.]{{2}}"
        ),
    ),
    Look(Detail.PROFILE, SERVICES, form(rf"\b{SERVICE}\b ?(?:is|as|:|=|-|under) ?@?[a-z]+[._\d]\w")),
]
