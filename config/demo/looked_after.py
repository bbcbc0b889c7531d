"""The work between two people and around them in the town: which of its pairs has come how far, and who looks in."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import repeat
from random import Random

from django.db import transaction
from django.db.models import QuerySet

from config.demo.alongside import FORTNIGHT, WEEK, Together
from config.demo.caring import Caring
from config.demo.named import ADA, BEN, CLEO, MARTIN, NAMED, TOWN, WINSTON
from config.demo.words import together as words
from matching.errors import PlaceIsGone
from matching.models import Helper, Pairing
from matching.operations import change_capacity
from people.models import Area, Person
from people.vocabulary import AgeGroup
from safeguarding.models import Concern
from support.operations import write_template


class LookedAfter:
    """Ben, Cleo and Martin, some others of the town, and whoever coordinates their areas."""

    def __init__(self, coordinators: Mapping[Area, Person], staff: Mapping[str, Person], *, at: datetime) -> None:
        self.at = at
        self.staff = staff
        self.town = next(area for area in coordinators if area.slug == TOWN)
        self.together = Together(at=at)
        self.caring = Caring(Random("caring"), coordinators, at=at)
        self.ben, self.winston = (helper(one.email) for one in (BEN, WINSTON))

    def everything(self) -> None:
        """In the order of time as far as one thing needs another."""
        dev, together, caring = self.staff["Dev"], self.together, self.caring
        write_template(
            by=self.staff["Olwen"],
            helper_kind=Helper.Kind.ADVISER,
            area=None,
            terms=words.SERVICE_TERMS,
            review_after_days=90,
            at=self.at - timedelta(days=300),
        )
        caring.beginnings_asked_about()
        together.bens_day(self.ben.person)
        for pairing, live in zip(self.of_ben(), (self.longest, self.middle, self.latest), strict=False):
            live(pairing)
        for pairing in self.of_martin():
            together.martin_and_cleo(pairing, dev)
            caring.advocate(pairing.request.person, self.ben.person)
            caring.winston_for_cleo(pairing, self.winston)
        self.asked_how_they_are()
        self.around_ada()
        self.between_areas()
        for pairing in self.of_ben().filter(request__person__area=self.town)[:1]:
            together.would_like(pairing, words.BUS_PASS)
        caring.ben_for_somebody(self.ben, list(self.others().filter(helper__kind=Helper.Kind.ADVISER)))
        self.goes_on_with_ben()
        caring.trained_and_supervised(self.ben)
        caring.lists_kept(dev)
        self.keep_back()

    def longest(self, pairing: Pairing) -> None:
        self.together.less_and_less(pairing)
        self.caring.interpreter(pairing.request.person, self.staff["Samira"])
        self.caring.notes_of_ben(self.ben.person, pairing.request.person)

    def middle(self, pairing: Pairing) -> None:
        self.together.in_the_middle(pairing)

    def latest(self, pairing: Pairing) -> None:
        self.together.just_begun(pairing)

    def keep_back(self) -> None:
        """What is written down about whoever is in danger is not for them to know, for now."""
        for concern in Concern.objects.filter(taken_by=self.staff["Leila"], state=Concern.State.TAKEN):
            if concern.about is not None:
                self.caring.kept_back(concern.about, self.staff["Leila"])

    def asked_how_they_are(self) -> None:
        """Martin’s answers fall; of four others one is silent, one wishes for more, and one had a cold.

        The fourth would rather not be asked, and has a review due.
        """
        long_since = list(self.others().filter(began_at__lt=self.at - timedelta(days=40))[:4])
        scripts = [
            *((pairing, WEEK, words.DECLINES) for pairing in self.of_martin()),
            *((pairing, FORTNIGHT, words.LESS_AND_LESS) for pairing in self.of_ben()[:1]),
            *zip(long_since, repeat(WEEK), (words.SILENT, words.WISHES_MORE, words.FALLS_ONCE), strict=False),
        ]
        self.together.check_ins(scripts)
        for pairing in self.of_martin():
            self.caring.looks_in_on(pairing.request.person)
        for pairing, looked in zip(long_since[1:], (self.caring.was_right, self.caring.was_wrong), strict=False):
            looked(pairing.request.person)
        for pairing in long_since[3:]:
            self.together.asks_never(pairing)
            self.together.agree(pairing, words.SERVICE_TERMS, days=-38, review_in=-9)

    def goes_on_with_ben(self) -> None:
        """The first whom nothing keeps apart from him, for whom he makes room; they show him what they did before."""
        change_capacity(by=self.ben.person, helper=self.ben, capacity=self.ben.capacity + 1)
        long_since = grown_up().filter(helper__kind=Helper.Kind.ADVISER, began_at__lt=self.at - timedelta(days=41))
        for pairing in long_since.filter(covers=None, request__person__rhythm=None):
            with suppress(PlaceIsGone), transaction.atomic():
                self.together.worked_on(pairing)
                self.caring.over_to_ben(pairing, self.ben)
                return

    def around_ada(self) -> None:
        """Her coordinator has written down what was said, and asks whether she would like an expert there too."""
        ada, martin = (Person.objects.get(email=one.email) for one in (ADA, MARTIN))
        self.caring.notes_of_coordinators(ada, martin)
        checked = Helper.objects.active().filter(kind=Helper.Kind.ADVISER, vetted_until__gte=self.at.date())
        of_town = checked.filter(person__area=self.town).exclude(person__email__in=NAMED)
        expert = of_town.select_related("person").order_by("pk").first()
        if expert is not None:
            self.caring.expert(ada, expert.person)

    def between_areas(self) -> None:
        """Two who live in the other service."""
        elsewhere = (
            active().exclude(request__person__age_group=AgeGroup.UNDER_18).filter(request__person__area__parent=None)
        )
        agreed, waiting = self.caring.looked_after_too, self.caring.may_be_looked_after_too
        for pairing, ask in zip(elsewhere[:2], (agreed, waiting), strict=False):
            ask(pairing.request.person, self.town)

    def of_martin(self) -> QuerySet[Pairing]:
        return active().filter(helper__person__email=CLEO.email, request__person__email=MARTIN.email)

    def of_ben(self) -> QuerySet[Pairing]:
        return active().filter(helper=self.ben)

    def others(self) -> QuerySet[Pairing]:
        return grown_up().filter(request__person__area=self.town)


def active() -> QuerySet[Pairing]:
    """Those of two people alongside each other now, the longest first."""
    with_all = Pairing.objects.active().select_related("request__person", "helper__person", "conversation")
    return with_all.order_by("began_at", "pk")


def grown_up() -> QuerySet[Pairing]:
    """Of adults, and with nobody whom one can try Alongside as."""
    adults = active().exclude(request__person__age_group=AgeGroup.UNDER_18)
    return adults.exclude(request__person__email__in=NAMED).exclude(helper__person__email__in=NAMED)


def helper(email: str) -> Helper:
    return Helper.objects.select_related("person").get(person__email=email)
