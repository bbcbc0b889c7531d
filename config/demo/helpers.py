"""The advisers and peers of the town: they come, are checked, and some of them pause or are not checked yet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle
from random import Random

from config.demo.casting import Casting, Character
from config.demo.named import BEN, CLEO, ELERI, NAMED, WINSTON
from config.demo.populating import begin_help, check, make_people, pause
from config.demo.words.reading import ADULTS, Community
from matching.models import Helper
from matching.operations import change_capacity, offer_help
from people.models import Area, Person, Topic
from people.vocabulary import AgeGroup

ADVISER, PEER = Helper.Kind.ADVISER, Helper.Kind.PEER


@dataclass(frozen=True)
class Newcomer:
    """Somebody about to offer help, and how many days ago they came."""

    character: Character
    kind: str
    ages: tuple[str, ...]
    capacity: int
    ago: float


class Helpers:
    """Most came before the first round; the rest in the last two weeks, so that there are places to give."""

    def __init__(
        self,
        rng: Random,
        casting: Casting,
        areas: dict[str, Area],
        topics: dict[str, Topic],
        *,
        checkers: dict[Area, Person],
        at: datetime,
    ) -> None:
        self.rng = rng
        self.casting = casting
        self.areas = areas
        self.topics = topics
        self.checkers = checkers
        self.at = at
        self.people: list[Person] = []
        self.peers: list[tuple[Person, Character]] = []
        self.rows: list[Helper] = []
        self.late = cycle(["", "", "unchecked", "", "", "", "draft", "", "", "unchecked", ""])
        self.fates = cycle(["", "", "run out", "", "", "soon", "", "", "", "", "", "", "run out", "", ""])

    def come(self, *, advisers: int, peers: int, tick: Callable[[], None]) -> None:
        newcomers = [
            Newcomer(BEN, ADVISER, ADULTS, 6, 118),
            Newcomer(CLEO, PEER, ADULTS, 2, 116),
            Newcomer(ELERI, ADVISER, ADULTS, 8, 9),
            Newcomer(WINSTON, PEER, ADULTS, 5, 9),
            *(self.adviser(number) for number in range(advisers - 2)),
            *(self.peer(number) for number in range(peers - 2)),
        ]
        joined = [(one.character, self.at - timedelta(days=one.ago)) for one in newcomers]
        found = make_people(joined, self.areas)
        for one in newcomers:
            person = found[one.character.email]
            self.people.append(person)
            if one.kind == PEER:
                self.peers.append((person, one.character))
            self.offer(person, one)
            tick()

    def adviser(self, number: int) -> Newcomer:
        character, ages = self.casting.adviser()
        # Who works with young people has been here from the beginning, as young people have.
        recent = number % 3 == 2 and AgeGroup.UNDER_18 not in ages
        return Newcomer(
            character,
            ADVISER,
            ages,
            self.rng.randint(4, 8) if recent else self.rng.randint(1, 4),
            self.days(recent=recent),
        )

    def peer(self, number: int) -> Newcomer:
        ages = (self.rng.choice([ADULTS, (), ADULTS[:2], ADULTS[1:]])) or ADULTS
        capacity = self.rng.choices([1, 2, 3], [85, 14, 1])[0]
        return Newcomer(self.casting.peer(), PEER, ages, capacity, self.days(recent=number % 2 == 1))

    def days(self, *, recent: bool) -> float:
        return self.rng.uniform(8, 12) if recent else self.rng.uniform(95, 140)

    def offer(self, person: Person, one: Newcomer) -> None:
        """Offer help; most are checked within days, some are waiting for it, some have not sent their answers."""
        at = self.at - timedelta(days=one.ago)
        late = next(self.late) if one.ago < 20 and one.character.email not in NAMED else ""
        if late == "draft":
            offer_help(by=person, at=at)
            return
        helper = begin_help(person, one.character, one.ages, self.topics, kind=one.kind, capacity=one.capacity, at=at)
        self.rows.append(helper)
        if late != "unchecked":
            check(helper, by=self.checker(person), days=self.valid_for(one), at=at + timedelta(days=1.5))

    def checker(self, person: Person) -> Person:
        return next(by for area, by in self.checkers.items() if area.pk == person.area_id)

    def valid_for(self, one: Newcomer) -> int:
        """How many days the checks hold: a few have run out since, a few soon will."""
        since = int(one.ago)
        of_note = since > 90 and AgeGroup.UNDER_18 not in one.ages and one.character.email not in NAMED
        fate = next(self.fates) if of_note else ""
        if fate == "run out":
            return since - self.rng.randint(5, 20)
        if fate == "soon":
            return since + self.rng.randint(8, 25)
        return since + self.rng.randint(200, 900)

    def change_of_late(self) -> None:
        """Before the last rounds some pause, and Ben finds that he can carry a few more."""
        ben, *others = self.rows
        change_capacity(by=ben.person, helper=ben, capacity=ben.capacity + 4)
        old = [one for one in others if one.person.joined_at < self.at - timedelta(days=90)]
        active = [one for one in old if one.state == Helper.State.ACTIVE and "under_18" not in one.age_groups]
        for helper in self.rng.sample(active[1:], max(2, len(active) // 18)):
            pause(helper, at=self.at - timedelta(days=self.rng.uniform(7, 9)))

    def checked(self, kind: str) -> list[Person]:
        """Who has helped since before the first round, and still does."""
        active = [one for one in self.rows if one.kind == kind and one.state == Helper.State.ACTIVE]
        return [one.person for one in active if one.person.joined_at < self.at - timedelta(days=90)]

    def host_for(self, community: Community) -> Person:
        """An adviser who knows what the network is about, and works with young people where it is for them."""
        advisers = [one for one in self.rows if one.kind == ADVISER and one.state == Helper.State.ACTIVE]
        known = set(community.topics)
        suited = [one for one in advisers if ("under_18" in one.age_groups) == community.for_under_18s]
        return max(suited or advisers, key=lambda one: len(known & self.slugs(one))).person

    def slugs(self, helper: Helper) -> set[str]:
        return {topic.slug for topic in helper.topics.all()}
