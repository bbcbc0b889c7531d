"""Makes up the people of the town: who they are and what they would answer, from chance alone."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from config.demo.town import DOMAIN, PLACES
from config.demo.words import hopes, stories_family, stories_health, stories_life, stories_young
from config.demo.words.advisers import ADVISERS
from config.demo.words.chosen_names import CHOSEN, FIRST, SECOND
from config.demo.words.names import ANY_GENDER, ORIGINS, Origin
from config.demo.words.peers import PEERS
from config.demo.words.reading import ADULTS, Story
from people.vocabulary import AgeGroup, Gender, Support

STORIES = stories_health.STORIES + stories_family.STORIES + stories_life.STORIES + stories_young.STORIES


Thing = TypeVar("Thing")


# What nearly every adviser has met.
EVERYBODY_KNOWS = ("anxiety", "stress", "depression", "loneliness", "self-esteem", "relationships", "family-conflict")


@dataclass(frozen=True)
class Character:
    """Somebody of the town; `story` is what they say of themselves, as a member or as a helper."""

    email: str
    chosen_name: str
    full_name: str
    place: str
    age_group: str
    gender: str
    languages: tuple[str, ...]
    hours: tuple[str, ...]
    ways: tuple[str, ...]
    topics: tuple[str, ...]
    story: str


@dataclass(frozen=True)
class Wishes:
    """What a member would answer about who should be alongside them."""

    wants: str
    prefers_gender: str = ""
    gender_required: bool = False
    prefers_lived_experience: bool = False
    avoid_names: str = ""


class Casting:
    """Draws people one after another; no name, address or pair of story and hope comes twice while they last."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.names_taken: set[str] = set()
        self.emails_taken: set[str] = set()
        self.chosen = spare_names(rng)
        self.members = rotation(rng, STORIES)
        self.advisers = rotation(rng, ADVISERS)
        self.peers = rotation(rng, PEERS)
        self.hopes = {
            AgeGroup.UNDER_18: rotation(rng, hopes.UNDER_18),
            AgeGroup.ADULT: rotation(rng, hopes.GROWN_UP),
        }

    def member(self) -> Character:
        story = next(self.members)
        young = AgeGroup.UNDER_18 in story.ages
        hope = next(self.hopes[AgeGroup.UNDER_18 if young else AgeGroup.ADULT])
        others = [topic for other in STORIES if other.ages == story.ages for topic in other.topics]
        extra = (self.rng.choice(others),) if self.rng.random() < 0.35 else ()
        topics = tuple(dict.fromkeys(story.topics + extra))
        return self.person(story, topics, f"{story.words} {hope}", hides=0.45)

    def adviser(self) -> tuple[Character, tuple[str, ...]]:
        """An adviser, and the ages they work with."""
        story = next(self.advisers)
        ages = (AgeGroup.UNDER_18.value, *ADULTS) if AgeGroup.UNDER_18 in story.ages else ADULTS
        grown_up = Story(story.topics, ("26_64", "26_64", "26_64", "65_over"), story.gender, story.words)
        topics = tuple(dict.fromkeys((*story.topics, *self.rng.sample(EVERYBODY_KNOWS, 2))))
        return self.person(grown_up, topics, story.words, hides=0), ages

    def peer(self) -> Character:
        story = next(self.peers)
        return self.person(story, story.topics, story.words, hides=0.3)

    def person(self, story: Story, topics: tuple[str, ...], words: str, *, hides: float) -> Character:
        rng = self.rng
        origin = self.origin_for(story)
        gender = story.gender or rng.choices([Gender.WOMAN.value, Gender.MAN.value, Gender.OTHER.value], [56, 41, 3])[0]
        given, family = self.name(origin, gender)
        age_group = rng.choice(story.ages)
        return Character(
            email=self.email(given, family),
            chosen_name=self.chosen_name(given, family, hides=hides),
            full_name=f"{given} {family}",
            place=rng.choices([place.slug for place in PLACES], [place.share for place in PLACES])[0],
            age_group=age_group,
            gender=gender,
            languages=spoken(rng, origin),
            hours=hours(rng, age_group),
            ways=ways(rng, age_group),
            topics=topics,
            story=words,
        )

    def origin_for(self, story: Story) -> Origin:
        """Some stories can only be told by somebody who came from elsewhere, some only by who came from a war."""
        fitting: Sequence[Origin] = ORIGINS
        if "new-to-the-country" in story.topics:
            fitting = [one for one in ORIGINS if set(one.languages) - {"en", "cy"}]
        if " war" in story.words:
            fitting = [one for one in ORIGINS if {"uk", "ar", "so"} & set(one.languages)]
        return self.rng.choices(fitting, [one.share for one in fitting])[0]

    def name(self, origin: Origin, gender: str) -> tuple[str, str]:
        given = {Gender.WOMAN: origin.women, Gender.MAN: origin.men}.get(Gender(gender), ANY_GENDER)
        # Now and then the family name comes from somewhere else, by marriage.
        family = origin if self.rng.random() < 0.92 else ORIGINS[0]
        return self.rng.choice(given), self.rng.choice(family.families)

    def email(self, given: str, family: str) -> str:
        local = in_ascii(f"{given}.{family}")
        number = 1
        while (email := f"{local}{number if number > 1 else ''}{DOMAIN}") in self.emails_taken:
            number += 1
        self.emails_taken.add(email)
        return email

    def chosen_name(self, given: str, family: str, *, hides: float) -> str:
        """Their own name, with as much of the family's as tells them apart, or one they made up."""
        own = (given, f"{given} {family[0]}", f"{given} {family}")
        offered = iter(own) if self.rng.random() >= hides else iter(())
        name = next((name for name in offered if name not in self.names_taken), "")
        name = name or next(name for name in self.chosen if name not in self.names_taken)
        self.names_taken.add(name)
        return name


def wishes(rng: Random, age_group: str) -> Wishes:
    under_18 = age_group == AgeGroup.UNDER_18
    wants = rng.choices([Support.ADVISER, Support.PEER, Support.EITHER], [45, 22, 33])[0]
    prefers = rng.choices(["", Gender.WOMAN.value, Gender.MAN.value], [80, 14, 6])[0]
    return Wishes(
        wants=Support.ADVISER.value if under_18 else wants.value,
        prefers_gender=prefers,
        gender_required=bool(prefers) and rng.random() < 0.3,
        prefers_lived_experience=rng.random() < 0.3,
        avoid_names=rng.choice(["Colin Barlow", "Sandra", "my neighbour Keith Yates"]) if rng.random() < 0.03 else "",
    )


def rotation(rng: Random, things: Sequence[Thing]) -> Iterator[Thing]:
    """All in some order, then all in another, without end."""
    while True:
        yield from rng.sample(things, len(things))


def spare_names(rng: Random) -> Iterator[str]:
    yield from rng.sample(CHOSEN, len(CHOSEN))
    pairs = [f"{first} {second}" for first in FIRST for second in SECOND]
    number = 1
    while True:
        for pair in rng.sample(pairs, len(pairs)):
            yield pair if number == 1 else f"{pair} {number}"
        number += 1


def spoken(rng: Random, origin: Origin) -> tuple[str, ...]:
    """English nearly always; the languages of home often; now and then one learnt, or signed."""
    home = [language for language in origin.languages if language != "en" and rng.random() < 0.8]
    english = [] if home and rng.random() < 0.05 else ["en"]
    learnt = [rng.choice(["bsl", "fr", "es", "cy", "it", "pt"])] if rng.random() < 0.06 else []
    return tuple(dict.fromkeys(english + home + learnt))


WORKING_DAYS = ("mon", "tue", "wed", "thu", "fri")
WEEKEND = ("sat", "sun")
# When people can: after work, in the mornings, in school hours, in the daytime, nearly always.
RHYTHMS = (
    ((WORKING_DAYS, ("evening",)), (WEEKEND, ("morning", "afternoon"))),
    (((*WORKING_DAYS, "sat"), ("morning",)),),
    ((WORKING_DAYS, ("morning", "afternoon")),),
    (((*WORKING_DAYS, *WEEKEND), ("afternoon", "evening")),),
    (((*WORKING_DAYS, *WEEKEND), ("morning", "afternoon", "evening")),),
)


def hours(rng: Random, age_group: str) -> tuple[str, ...]:
    after_school = (((*WORKING_DAYS,), ("evening",)), (WEEKEND, ("afternoon",)))
    rhythm = after_school if age_group == AgeGroup.UNDER_18 else rng.choice(RHYTHMS)
    possible = [f"{day}-{part}" for days, parts in rhythm for day in days for part in parts]
    free = [hour for hour in possible if rng.random() < 0.6]
    return tuple(free or possible[:2])


def ways(rng: Random, age_group: str) -> tuple[str, ...]:
    often = {"chat": 0.95, "phone": 0.55, "video": 0.4, "in_person": 0.4}
    if age_group == AgeGroup.UNDER_18:
        often = {"chat": 1, "phone": 0.2, "video": 0.3, "in_person": 0.3}
    return tuple(way for way, share in often.items() if rng.random() < share) or ("phone",)


def in_ascii(words: str) -> str:
    """The name as it would stand in an address."""
    plain = words.replace("ł", "l").replace("Ł", "L").replace("đ", "d")
    folded = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "".join(letter for letter in folded.lower() if letter.isalnum() or letter == ".")
