"""What counts as a mobile number that a text message can reach, however it is typed."""

import re

from django.core.exceptions import ValidationError

UK_MOBILE = re.compile(r"\+447\d{9}")
# As long as numbers may be anywhere; the provider knows better which of them exist.
ANYWHERE = re.compile(r"\+[1-9]\d{7,14}")


class NotAPhone(ValidationError):
    """This is no number a text message can reach; the text says why."""


def clean_phone(text: str) -> str:
    """Return the number as it is kept: a plus, the country and digits, like +447700900123."""
    digits = re.sub(r"[\s().\-\u2010-\u2015]", "", text)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"+44{digits[1:]}"
    digits = digits.replace("+440", "+44", 1)
    right = UK_MOBILE if digits.startswith("+44") else ANYWHERE
    if not (digits.isascii() and right.fullmatch(digits)):
        raise NotAPhone("Give a mobile number, like 07700 900123, or with a plus and the country: +353 85 012 3456.")
    return digits
