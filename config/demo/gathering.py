"""What the people of a network come together for: courses under way and over, a meeting next week, one that is full."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.timezone import localtime

from config.demo.named import ADA, CLEO, MARTIN
from config.demo.words.gatherings import COURSE, DOCTOR, DOCTOR_FEEDBACK, FULL, WALK, Gathering
from networks.models import Event, Membership, Network
from networks.operations import (
    Facts,
    change_session,
    give_feedback,
    make_leader,
    note_attendance,
    plan_event,
    take_place,
)
from networks.series import weekly

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)


class Gatherings:
    """Plans the events of one network, which its host leads together with Cleo, who was trained to."""

    def __init__(self, rng: Random, network: Network, *, at: datetime) -> None:
        self.rng = rng
        self.network = network
        self.at = at
        members = network.memberships.current().select_related("person").order_by("pk")
        self.host = network.memberships.hosts().select_related("person").get()
        named = {str(one.person.email): one for one in members}
        self.cleo, self.ada, self.martin = (named[one.email] for one in (CLEO, ADA, MARTIN))
        known = {self.host.pk, self.cleo.pk, self.ada.pk, self.martin.pk}
        self.others = [one for one in members if one.pk not in known]

    def gather(self) -> None:
        trained_on = (self.at - timedelta(days=200)).date()
        make_leader(by=self.host.person, membership=self.cleo, trained_on=trained_on, at=self.at - 60 * DAY)
        self.cleo.refresh_from_db()
        self.course()
        self.short_course()
        walk = self.planned(WALK, in_days=6, hour=11, count=1, capacity=12, leaders=[self.host])
        self.come(walk, [self.cleo, *self.rng.sample(self.others, min(4, len(self.others)))])
        full = self.planned(FULL, in_days=9, hour=19, count=1, capacity=4, leaders=[self.cleo])
        self.come(full, [*self.others[:4], self.martin, *self.others[4:6]])

    def course(self) -> None:
        """Half of it is over; Ada came to it late."""
        course = self.planned(COURSE, in_days=-18, hour=18, count=6, capacity=10, leaders=[self.cleo, self.host])
        self.come(course, self.others[:7])
        take_place(by=self.ada.person, event=course, at=self.ada.since + HOUR)
        self.sessions(course, COURSE)

    def short_course(self) -> None:
        """Over since yesterday; Ada may have a certificate, and has not said yet how it was."""
        course = self.planned(DOCTOR, in_days=-8, hour=18, count=2, capacity=12, leaders=[self.cleo, self.host])
        self.come(course, self.others[:8])
        take_place(by=self.ada.person, event=course, at=self.ada.since + HOUR)
        self.sessions(course, DOCTOR)
        for one, (helped, words) in zip(self.others[:8], DOCTOR_FEEDBACK, strict=False):
            give_feedback(by=one.person, event=course, helped=helped, words=words, at=self.at - 3 * HOUR)

    def sessions(self, course: Event, words: Gathering) -> None:
        """Named, and where they are over it is noted who came: all who had a place but one, and never without Ada."""
        places = list(course.places.order_by("asked_at", "pk"))
        for session, title in zip(course.sessions.all(), words.sessions, strict=True):
            self.name(course, session.number, title)
            if session.ends_at < self.at:
                shown = [place for place in places if place.asked_at < session.begins_at]
                others = [place for place in shown if place.membership_id != self.ada.pk]
                missing = self.rng.choice(others)
                note_attendance(
                    by=self.cleo.person,
                    event=course,
                    number=session.number,
                    shown=shown,
                    came=[place for place in shown if place != missing],
                    at=session.ends_at,
                )

    def planned(
        self, words: Gathering, *, in_days: int, hour: int, count: int, capacity: int, leaders: list[Membership]
    ) -> Event:
        first = localtime(self.at + in_days * DAY)
        clock = first.replace(hour=hour, minute=0, second=0, microsecond=0)
        zone = ZoneInfo(settings.TIME_ZONE)
        return plan_event(
            by=leaders[0].person,
            network=self.network,
            kind=Event.Kind.COURSE if count > 1 else Event.Kind.MEETING,
            title=words.title,
            body=words.body,
            begins=weekly(first.date(), clock.time(), count, zone),
            lasts=90 * timedelta(minutes=1),
            facts=Facts(
                way=words.way,
                capacity=capacity,
                leaders=leaders,
                where=words.where,
                how_to_join=words.how_to_join,
                materials=words.materials,
            ),
            client_id=UUID(int=self.rng.getrandbits(128), version=4),
            at=min(first, self.at) - 10 * DAY,
        )

    def come(self, event: Event, memberships: Iterable[Membership]) -> None:
        """One after the other, an hour apart, in the days after it was planned."""
        planned = event.thread.began_at
        for number, membership in enumerate(memberships, start=1):
            take_place(by=membership.person, event=event, at=planned + number * HOUR)

    def name(self, course: Event, number: int, title: str) -> None:
        session = course.sessions.get(number=number)
        change_session(
            by=self.cleo.person,
            event=course,
            number=number,
            title=title,
            begins_at=session.begins_at,
            ends_at=session.ends_at,
            materials="",
            at=course.thread.began_at,
        )
