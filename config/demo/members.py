"""The members of the town: they sign up, and most of them ask for somebody."""

from datetime import datetime, timedelta
from random import Random

from config.demo.casting import Casting, Character, Wishes, wishes
from config.demo.named import ADA, ADA_WISHES, MARTIN, MARTIN_WISHES, NAMED, NOOR
from config.demo.populating import Asking, Draft, begin_requests, make_people
from matching.models import Request
from people.models import Area, Person, Topic


class Members:
    """A few have only signed up or begun to ask; the others asked between ninety days ago and today."""

    def __init__(
        self, rng: Random, casting: Casting, areas: dict[str, Area], topics: dict[str, Topic], *, at: datetime
    ) -> None:
        self.rng = rng
        self.casting = casting
        self.areas = areas
        self.topics = topics
        self.at = at
        self.people: list[Person] = []
        # Everybody who has said something of themselves, and the words.
        self.known: list[tuple[Person, Character]] = []
        self.drafts: list[Person] = []
        self.asking: list[Asking] = []

    def come(self, number: int) -> None:
        drawn = [self.casting.member() for _ in range(number - 3)]
        joined = [(NOOR, 0.02), (ADA, 12.4), (MARTIN, 88.5), *((one, self.days()) for one in drawn)]
        found = make_people([(one, self.at - timedelta(days=ago)) for one, ago in joined], self.areas)
        self.people = list(found.values())
        by_hand = [
            self.draft(found[ADA.email], ADA, ADA_WISHES),
            self.draft(found[MARTIN.email], MARTIN, MARTIN_WISHES),
        ]
        # Of every forty one has only signed up, and three have not sent what they began.
        asking = [one for position, one in enumerate(drawn) if position % 40 != 17]
        drafts = [self.draft(found[one.email], one, wishes(self.rng, one.age_group)) for one in asking]
        requests = begin_requests(by_hand + drafts, self.topics)
        for position, (request, draft) in enumerate(zip(requests, by_hand + drafts, strict=True)):
            if position % 40 in (5, 21, 33):
                self.drafts.append(draft.person)
            else:
                self.known.append((draft.person, draft.character))
                self.asking.append(self.sent(request))

    def days(self) -> float:
        """How long ago somebody signed up: the service has grown, so more of them lately."""
        skewed: float = self.rng.random() ** 1.8
        return 0.2 + 89 * skewed

    def draft(self, person: Person, one: Character, wanted: Wishes) -> Draft:
        return Draft(person, one, wanted, person.joined_at)

    def sent(self, request: Request) -> Asking:
        """Some send at once, some the same evening, some after sleeping on it."""
        thought = timedelta(hours=self.rng.choice([0.3, 0.5, 1, 2, 14, 26]) * self.rng.uniform(0.8, 1.2))
        latest = self.at - timedelta(minutes=self.rng.uniform(10, 90))
        at = max(request.began_at, min(request.began_at + thought, latest))
        return Asking(request, at, shows_story=request.person.email in NAMED or self.rng.random() < 0.75)

    def in_order(self) -> list[Asking]:
        return sorted(self.asking, key=lambda one: (one.at, one.request.pk))
