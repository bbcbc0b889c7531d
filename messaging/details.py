"""Finds contact details in what somebody wrote, to ask once more before they are sent. Plain Python."""

import re
from enum import StrEnum


class Detail(StrEnum):
    """The value is how the warning names it."""

    PHONE = "a telephone number"
    EMAIL = "an e-mail address"
    ADDRESS = "a home address"
    PROFILE = "a name or link on another service"


def contact_details_in(words: str) -> list[Detail]:
    """Each kind of detail that these words give away, in a fixed order."""
    found = {
        Detail.PHONE: _has_phone(words),
        Detail.EMAIL: any(pattern.search(words) for pattern in EMAILS),
        Detail.ADDRESS: any(pattern.search(words) for pattern in ADDRESSES),
        Detail.PROFILE: any(pattern.search(words) for pattern in PROFILES),
    }
    return [detail for detail in Detail if found[detail]]


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
BETWEEN_DIGITS = re.compile(r"(?<=\d)[ ,]+(?:then|and|dash|dot|space|um|er)[ ,]+(?=\d)", re.IGNORECASE)
DIGITS_IN_WORDS = {
    word: str(number)
    for number, words in enumerate("zero/oh/nought one two three four five six seven eight nine".split())
    for word in words.split("/")
}
DIGIT_IN_WORDS = re.compile(rf"\b(?:(double|triple) )?({'|'.join(DIGITS_IN_WORDS)}|\d)\b", re.IGNORECASE)
TIMES = {"double": 2, "triple": 3}


def _has_phone(words: str) -> bool:
    in_digits = BETWEEN_DIGITS.sub(" ", DIGIT_IN_WORDS.sub(_in_digits, words))
    return any(_is_phone(run.group()) for text in (words, in_digits) for run in DIGITS_APART.finditer(text))


def _in_digits(found: re.Match[str]) -> str:
    times, word = found.groups()
    return DIGITS_IN_WORDS.get(word.lower(), word) * TIMES.get((times or "").lower(), 1)


def _is_phone(run: str) -> bool:
    """A number one can be rung on at home, whole groups of the run long; services' 03 and 08 numbers are not."""
    groups = re.findall(r"\d+", run)
    so_far = ""
    for group in groups:
        so_far += group
        if run.startswith("+") or so_far.startswith("00"):
            if 10 <= len(so_far.lstrip("0")) <= 15:
                return True
        elif (so_far[:2], len(so_far)) in UK_NUMBERS or (so_far[:3] == "447" and len(so_far) == 12):
            return True
    return False


UK_NUMBERS = frozenset({("07", 11), ("01", 10), ("01", 11), ("02", 11)})

# -- E-mail

PROVIDER = r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|btinternet|sky|aol|live|proton(?:mail)?)"
ENDING = r"(?:com|org|net|uk|co|me|info|eu|ac|gov)"
EMAILS = [
    re.compile(r"\w@[\w-]{1,63}\.\w\w"),
    re.compile(rf"\w[ (\[]{{1,2}}at[ )\]]{{1,2}}[\w-]{{2,40}}[ (\[]{{1,2}}dot[ )\]]{{1,2}}{ENDING}\b", re.IGNORECASE),
    re.compile(rf"\w ?(?:@|\bat\b) ?{PROVIDER}\b(?! street| road)", re.IGNORECASE),
]

# -- Where somebody lives

# The second half of a postcode has no C, I, K, M, O or V, which keeps "t4 7pm" out.
INWARD = "[ABD-HJLNP-UW-Z]{2}"
STREET_ENDING = "Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Gardens|Grove|Court|Way|Row|Walk|Mews"
ADDRESSES = [
    re.compile(rf"\b[A-Z]{{1,2}}\d[A-Z\d]? ?\d{INWARD}\b"),
    re.compile(rf"\b[A-Z]{{1,2}}\d[A-Z\d]? \d{INWARD}\b", re.IGNORECASE),
    re.compile(rf"\b\d{{1,4}}[A-Za-z]?,? (?:[A-Z][a-z'’]{{1,20}} ){{1,3}}(?:{STREET_ENDING})\b"),
    re.compile(
        r"\b(?:i live at|my address is|i'?m at|we live at) (?:flat |number |no\.? ?)?\d{1,4}[a-z]?,? [a-z]{3}", re.I
    ),
]

# -- Elsewhere on the net

SERVICE = (
    r"(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|whats ?app|telegram|discord|facebook|fb|skype|twitter|messenger|tinder)"
)
# What one may say of "my insta" without giving it away.
NO_NAME = r"(?:not|broken|full|private|down|off|hacked|gone|old|new|so|too|just|the|all|for|only|boring|really|very)"
PROFILES = [
    re.compile(r"\b(?:facebook|fb|instagram|tiktok|snapchat|twitter|x|linkedin|onlyfans)\.com/\w", re.IGNORECASE),
    re.compile(r"\b(?:wa|t|m|fb)\.me/\w|\bdiscord\.gg/\w|\blinktr\.ee/\w", re.IGNORECASE),
    # "@ben" may be somebody here; with digits or signs in it, it is a handle.
    re.compile(r"(?<![\w@.])@[a-z]+[._\d][\w.]+", re.IGNORECASE),
    re.compile(rf"\b{SERVICE}\b[^\n@]{{0,20}}(?<!\w)@\w{{3}}", re.IGNORECASE),
    re.compile(
        rf"\b(?:my|add me on|find me on|message me on|i'?m on) {SERVICE}(?: (?:name|handle|user ?name|id|account))?"
        rf" ?(?:is|as|:|=|-|under|at) ?(?!{NO_NAME}\b)@?[a-z][\w.]{{2}}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{SERVICE}\b ?(?:is|as|:|=|-|under) ?@?[a-z]+[._\d]\w", re.IGNORECASE),
]
