"""The fixed lists a person chooses from: age groups, genders, ways to meet, weekly hours, languages."""

from collections.abc import Iterable
from zoneinfo import available_timezones

from django.db.models import IntegerChoices, TextChoices


class Theme(IntegerChoices):
    """What a topic belongs under, in the order in which one is asked."""

    FEELINGS = 1, "How I feel"
    HEALTH = 2, "Health"
    PEOPLE = 3, "Family and the people around me"
    LIVING = 4, "Work, money, a home"
    TURNING_POINTS = 5, "Turning points"
    SUPPORT = 6, "How support works"
    OTHER = 9, "Other"


class AgeGroup(TextChoices):
    UNDER_18 = "under_18", "Under 18"
    YOUNG_ADULT = "18_25", "18 to 25"
    ADULT = "26_64", "26 to 64"
    OLDER = "65_over", "65 or over"


class Gender(TextChoices):
    WOMAN = "woman", "Woman"
    MAN = "man", "Man"
    OTHER = "other", "Another way"


class WishedGender(TextChoices):
    """What can be asked for of somebody else; the matcher compares it with what they say of themselves."""

    WOMAN = "woman", "A woman"
    MAN = "man", "A man"


class Way(TextChoices):
    CHAT = "chat", "Messages on this site"
    PHONE = "phone", "By phone"
    VIDEO = "video", "By video call"
    IN_PERSON = "in_person", "Face to face"


def ways_in_words(codes: Iterable[str]) -> str:
    """One after the other, as in a sentence; a code we do not know is shown as it is."""
    labels = {str(way.value): str(way.label) for way in Way}
    said = ", ".join(label[:1].lower() + label[1:] for label in (labels.get(code, code) for code in codes))
    return said[:1].upper() + said[1:]


class Support(TextChoices):
    """Who someone would like alongside them."""

    ADVISER = "adviser", "An adviser"
    PEER = "peer", "A peer: someone who has been there"
    EITHER = "either", "Either is fine"


DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
PARTS = {"morning": "Morning", "afternoon": "Afternoon", "evening": "Evening"}

# A week as 21 named parts of a day, in order: ("mon-morning", "Monday morning"), ...
HOURS: list[tuple[str, str]] = [
    (f"{day}-{part}", f"{day_name} {part_name.lower()}")
    for day, day_name in DAYS.items()
    for part, part_name in PARTS.items()
]

# English and Welsh first, because most people here look for those; the rest by name.
LANGUAGES: list[tuple[str, str]] = [
    ("en", "English"),
    ("cy", "Welsh"),
    ("ar", "Arabic"),
    ("bn", "Bengali"),
    ("bsl", "British Sign Language"),
    ("zh", "Chinese"),
    ("fa", "Farsi"),
    ("fr", "French"),
    ("gu", "Gujarati"),
    ("hi", "Hindi"),
    ("it", "Italian"),
    ("ku", "Kurdish"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("pa", "Punjabi"),
    ("ro", "Romanian"),
    ("so", "Somali"),
    ("es", "Spanish"),
    ("ta", "Tamil"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
]

# Named after a city of it, under its continent; what is not (such as "EST") is an old name of one of these.
TIME_ZONES: list[tuple[str, str]] = [
    (name, name.replace("_", " ").replace("/", ": ", 1))
    for name in sorted(available_timezones())
    if "/" in name and not name.startswith(("Etc/", "SystemV/", "US/"))
]
