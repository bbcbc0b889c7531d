"""Questions about what was: who came to which session, who may have a certificate, and what people thought of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from networks.certificates import code_of, place_of
from networks.models import Attendance, Event, Feedback, Place, Session
from networks.rules import sessions_for_certificate
from people.disclosure import of_enough, published
from people.models import Person

# From so many on, what people wrote is shown: fewer would tell who wrote it.
ENOUGH_WORDS = 3


def came_to(place: Place) -> Mapping[int, bool]:
    """What was noted for somebody, by session."""
    return dict(place.attendances.values_list("session_id", "came"))


def noted_for(session: Session) -> Mapping[int, bool]:
    """What was noted for a session, by place."""
    return dict(session.attendances.values_list("place_id", "came"))


@dataclass(frozen=True)
class Certificate:
    """That somebody took part in a course; it knows no name."""

    event: Event
    came: int
    sessions: list[Session]
    code: str

    @property
    def of(self) -> int:
        return len(self.sessions)

    @property
    def needed(self) -> int:
        return sessions_for_certificate(self.of)


def certificate_for(person: Person, event: Event) -> Certificate | None:
    """Theirs for a course in which they came to enough of the sessions; None where they did not, or it is no course."""
    place = event.places.filter(membership__person=person).first()
    return _certificate(place) if place else None


def certificate_with(code: str) -> Certificate | None:
    """The one that the code was made for; None where it was not made here, or does not hold any more."""
    number = place_of(code)
    places = Place.objects.select_related("event__thread__network")
    place = places.filter(pk=number).first() if number is not None else None
    return _certificate(place) if place else None


def _certificate(place: Place) -> Certificate | None:
    event = place.event
    came = Attendance.objects.filter(place=place, came=True).count()
    certificate = Certificate(event, came, list(event.sessions.all()), code_of(place.pk))
    is_earned = event.kind == Event.Kind.COURSE and came >= certificate.needed
    return certificate if is_earned else None


def feedback_by(place: Place) -> Feedback | None:
    return Feedback.objects.filter(place=place).first()


@dataclass(frozen=True)
class Feedbacks:
    """What leaders see: `answers` and `tenths` (the mean, in tenths) only where enough people answered."""

    answers: int | None
    tenths: int | None
    words: list[str]

    @property
    def mean(self) -> str:
        return "" if self.tenths is None else f"{self.tenths // 10}.{self.tenths % 10}"


def feedback_on(event: Event) -> Feedbacks:
    """Without names, and in an order that tells nothing of who said it when."""
    given = list(Feedback.objects.filter(place__event=event).values_list("helped", "words"))
    many = len(given)
    mean = round(10 * sum(helped for helped, _ in given) / many) if given else None
    words = sorted(said for _, said in given if said)
    return Feedbacks(published(many), of_enough(mean, many), words if many >= ENOUGH_WORDS else [])
