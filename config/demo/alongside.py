"""What pairs of the town do together: they agree, work on goals, meet, spend a budget, and are asked how they are."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import groupby

from django.utils.timezone import localdate, make_aware
from PIL import Image, ImageDraw

from config.demo.words import together as words
from config.demo.words.together import Aim, Answer, Bought, Money
from matching.models import Pairing
from messaging.files import GivenFile
from people.models import Person
from support.models import Appointment, Budget, CheckIn, Goal, Rhythm, SessionBlock, Step
from support.operations import (
    Meeting,
    add_step,
    add_time_off,
    add_weekly_hours,
    agree_to_budget,
    agree_to_goal,
    agree_to_step_down,
    ask_who_is_due,
    begin_block,
    book_appointment,
    change_habits,
    check_in,
    choose_rhythm,
    enter_spending,
    let_go_of_goal,
    mark_step,
    note_how_it_went,
    propose_agreement,
    propose_budget,
    propose_goal,
    propose_step_down,
    reach_goal,
    sign_agreement,
    skip_check_in,
)
from support.terms import REVIEW_AFTER, Terms

HALF_AN_HOUR, AN_HOUR = 30, 60


class Together:
    """Each happens through the operations of the house, as if it had been done on the pages; days count from today."""

    def __init__(self, *, at: datetime) -> None:
        self.at = at

    # -- Of each pair ----------------------------------------------------------------------------------------------

    def martin_and_cleo(self, pairing: Pairing, coordinator: Person) -> None:
        """Two months in: a goal reached, one let go, one on the way; money for the pool; a dip of late."""
        cleo = pairing.helper.person
        self.agree(pairing, words.MARTIN_TERMS, days=-66, review_in=24)
        reached = self.goal(pairing, words.STAIRS, days=-60)
        reach_goal(by=reached.member, goal=reached, at=self.clock(-35, 19))
        dropped = self.goal(pairing, words.FOOTBALL, days=-55)
        let_go_of_goal(by=dropped.member, goal=dropped, at=self.clock(-30, 20))
        self.goal(pairing, words.POOL, days=-45)
        self.spend(pairing, coordinator, words.SWIMMING, words.SWIMMING_BOUGHT)
        add_weekly_hours(by=cleo, weekdays=[0, 2, 4], begins=time(18), ends=time(21), ways=["phone", "chat"])
        for days, took_place in ((-20, True), (-13, True), (-6, False)):
            self.met(pairing, days=days, hour=19, minutes=HALF_AN_HOUR, took_place=took_place)
        self.booked(pairing, days=10, hour=19, minutes=HALF_AN_HOUR)
        self.away(cleo, -5, 7)

    def bens_day(self, ben: Person) -> None:
        """When he has time, where he meets people, and when he is away."""
        ways = ["in_person", "phone", "video"]
        add_weekly_hours(by=ben, weekdays=[0, 1, 2, 3], begins=time(9), ends=time(13), ways=ways, place=words.LIBRARY)
        add_weekly_hours(by=ben, weekdays=[1, 3], begins=time(14), ends=time(17), ways=["phone", "video"])
        link = "https://calls.example/ben-okoro"
        change_habits(by=ben, minutes=AN_HOUR, notice_hours=24, keeps_bank_holidays=True, video_link=link)
        self.away(ben, 21, 28)

    def less_and_less(self, pairing: Pairing) -> None:
        """Ben and somebody who needs him less: a review is due, ten hours are half used, a plan to meet less runs."""
        self.agree(pairing, words.IN_PERSON_TERMS, days=-50, review_in=-2)
        self.goal(pairing, words.LETTERS, days=-45)
        block = self.block(pairing, words.FORMS_BLOCK, hours=10, days=-40)
        for days, took_place in ((-36, True), (-29, True), (-22, True), (-15, False), (-8, True)):
            self.met(pairing, days=days, hour=10, minutes=AN_HOUR, block=block, took_place=took_place, way="in_person")
        self.booked(pairing, days=5, hour=10, minutes=AN_HOUR, block=block, way="in_person")
        self.step_down(pairing)

    def in_the_middle(self, pairing: Pairing) -> None:
        """Ben and somebody in the middle of it; they have signed what the service suggests."""
        self.agree(pairing, words.SERVICE_TERMS, days=-22, review_in=68)
        block = self.block(pairing, words.DEBT_BLOCK, hours=6, days=-20)
        for days, took_place in ((-16, True), (-9, False), (-3, True)):
            self.met(pairing, days=days, hour=11, minutes=90, block=block, took_place=took_place)
        self.booked(pairing, days=4, hour=11, minutes=90, block=block)

    def just_begun(self, pairing: Pairing) -> None:
        """Ben has words to sign, has proposed a goal, and has not said yet how yesterday's call went."""
        ben, member = pairing.helper.person, pairing.request.person
        self.agree(pairing, words.NEW_TERMS, days=-3, review_in=80, by=member, signs=False)
        self.goal(pairing, words.BUS, days=-2, by=ben, agreed=False)
        self.booked(pairing, days=-1, hour=15, minutes=HALF_AN_HOUR, booked_on=-6)
        self.booked(pairing, days=1, hour=15, minutes=HALF_AN_HOUR, way="video")

    def worked_on(self, pairing: Pairing) -> None:
        """What the two did before somebody else went on with the member."""
        self.agree(pairing, words.SERVICE_TERMS, days=-40, review_in=50)
        reached = self.goal(pairing, words.SCHOOL, days=-38)
        reach_goal(by=reached.member, goal=reached, at=self.clock(-20, 19))
        self.goal(pairing, words.EVENING, days=-25)

    def would_like(self, pairing: Pairing, money: Money) -> Budget:
        """A budget nobody has agreed to yet."""
        return self.proposed(pairing, money, by=pairing.helper.person, days=-2)

    # -- One thing at a time ---------------------------------------------------------------------------------------

    def agree(
        self,
        pairing: Pairing,
        terms: Terms,
        *,
        days: int,
        review_in: int,
        by: Person | None = None,
        signs: bool = True,
    ) -> None:
        """One of the two writes it, the other signs two days later, or has not yet."""
        member, helper = pairing.request.person, pairing.helper.person
        writes = by or helper
        made = propose_agreement(
            by=writes,
            pairing=pairing,
            terms=terms,
            review_on=min(self.day(review_in), self.day(days) + 4 * REVIEW_AFTER),
            after=0,
            why="" if signs else words.WHY_NEW,
            at=self.clock(days, 14),
        )
        if signs:
            sign_agreement(by=member if writes == helper else helper, agreement=made, at=self.clock(days + 2, 18))

    def goal(self, pairing: Pairing, aim: Aim, *, days: int, by: Person | None = None, agreed: bool = True) -> Goal:
        """Proposed by the member and agreed the next day, with a step every third day as far as they have come."""
        member, helper = pairing.request.person, pairing.helper.person
        writes = by or member
        goal = propose_goal(
            by=writes, pairing=pairing, words=aim.words, sign=aim.sign, shown_as=aim.shown_as, at=self.clock(days, 17)
        )
        if not agreed:
            return goal
        agree_to_goal(by=helper if writes == member else member, goal=goal, at=self.clock(days + 1, 9))
        for number, stride in enumerate(aim.strides):
            begun = self.clock(days + 2, 12) + timedelta(minutes=number)
            by_when = self.day(stride.by_in) if stride.by_in else None
            step = add_step(by=member, goal=goal, words=stride.words, whose=stride.whose, by_when=by_when, at=begun)
            if stride.state != Step.State.OPEN:
                mark_step(by=member, step=step, state=stride.state, at=self.clock(days + 5 + 3 * number, 20))
        return goal

    def block(self, pairing: Pairing, title: str, *, hours: int, days: int) -> SessionBlock:
        return begin_block(
            by=pairing.helper.person, pairing=pairing, title=title, minutes=60 * hours, at=self.clock(days, 13)
        )

    def met(
        self,
        pairing: Pairing,
        *,
        days: int,
        hour: int,
        minutes: int,
        took_place: bool,
        block: SessionBlock | None = None,
        way: str = "phone",
    ) -> None:
        made = self.booked(pairing, days=days, hour=hour, minutes=minutes, block=block, way=way, booked_on=days - 5)
        note_how_it_went(by=made.helper, appointment=made, took_place=took_place, at=made.ends_at)

    def booked(
        self,
        pairing: Pairing,
        *,
        days: int,
        hour: int,
        minutes: int,
        block: SessionBlock | None = None,
        way: str = "phone",
        booked_on: int = -2,
    ) -> Appointment:
        meeting = Meeting(
            begins_at=self.clock(workday(self.today, days), hour),
            minutes=minutes,
            way=way,
            where=f"{pairing.helper.person} rings" if way == "phone" else "",
        )
        return book_appointment(
            by=pairing.helper.person, pairing=pairing, meeting=meeting, block=block, at=self.clock(booked_on, 8)
        )

    def away(self, person: Person, first: int, last: int) -> None:
        add_time_off(by=person, first_day=self.day(first), last_day=self.day(last))

    def step_down(self, pairing: Pairing) -> None:
        ben, member = pairing.helper.person, pairing.request.person
        plan = propose_step_down(
            by=ben,
            pairing=pairing,
            stages=[(self.day(days), often) for days, often in zip((-6, 28), words.STAGES, strict=True)],
            until=self.day(90),
            words=words.STEP_DOWN,
            at=self.clock(-9, 12),
        )
        agree_to_step_down(by=member, step_down=plan, at=self.clock(-8, 18))

    def proposed(self, pairing: Pairing, money: Money, *, by: Person, days: int) -> Budget:
        return propose_budget(
            by=by,
            pairing=pairing,
            purpose=money.purpose,
            plan=money.plan,
            pence=money.pence,
            at=self.clock(days, 16),
        )

    def spend(self, pairing: Pairing, coordinator: Person, money: Money, bought: Iterable[Bought]) -> None:
        """Small things are approved at once; the last one waits for the coordinator."""
        member = pairing.request.person
        budget = self.proposed(pairing, money, by=member, days=-48)
        agree_to_budget(
            by=coordinator, budget=budget, pence=money.pence, approves_itself_up_to=1_000, at=self.clock(-46, 11)
        )
        budget.refresh_from_db()
        for one in bought:
            enter_spending(
                by=member,
                budget=budget,
                words=one.words,
                pence=one.pence,
                on=self.day(-one.days),
                receipts=receipts(one, self.day(-one.days)),
                at=self.clock(1 - one.days, 9),
            )

    # -- Asked how they are ----------------------------------------------------------------------------------------

    def check_ins(self, scripts: Sequence[tuple[Pairing, int, Sequence[Answer | None]]]) -> None:
        """Let the clock ask everybody day by day, and each answer, skip or say nothing as in their script.

        The last time everybody was asked is yesterday; whoever was not alongside somebody so long ago is left out.
        """
        to_come: list[tuple[int, Pairing, Answer | None]] = []
        for pairing, every, answers in scripts:
            first = -1 - every * (len(answers) - 1)
            chosen_at = self.clock(first - every, 18)
            if pairing.began_at < chosen_at:
                choose_rhythm(by=pairing.request.person, pairing=pairing, every_days=every, at=chosen_at)
                to_come += [(first + every * number, pairing, answer) for number, answer in enumerate(answers)]
        to_come.sort(key=lambda one: (one[0], one[1].pk))
        for days, asked in groupby(to_come, key=lambda one: one[0]):
            ask_who_is_due(at=self.clock(days, 9))
            for _, pairing, answer in asked:
                self.answer(pairing, answer, at=self.clock(days, 11))

    def answer(self, pairing: Pairing, answer: Answer | None, *, at: datetime) -> None:
        if answer is None:
            return
        person = pairing.request.person
        if answer.is_skipped:
            skip_check_in(by=person, check_in=CheckIn.objects.asked().get(person=person), at=at)
        else:
            check_in(by=person, pairing=pairing, at=at, **vars(answer))

    def asks_never(self, pairing: Pairing) -> None:
        choose_rhythm(by=pairing.request.person, pairing=pairing, every_days=None, at=self.clock(-5, 18))

    # -- Days ------------------------------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        return localdate(self.at)

    def day(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def clock(self, days: int, hour: int) -> datetime:
        """At that hour on the wall, so many days from today."""
        return make_aware(datetime.combine(self.day(days), time(hour)))


WEEK, FORTNIGHT = Rhythm.Every.WEEK.value, Rhythm.Every.FORTNIGHT.value


def workday(today: date, days: int) -> int:
    """So many days from today, or as many as it takes to be out of the weekend, away from today."""
    while (today + timedelta(days=days)).weekday() > 4:
        days += 1 if days > 0 else -1
    return days


def receipts(one: Bought, on: date) -> list[GivenFile]:
    """What a phone has taken of the slip; not everything has one."""
    if not one.shop:
        return []
    slip = Image.new("RGB", (420, 260), "#f7f5ef")
    draw = ImageDraw.Draw(slip)
    lines = (one.shop, f"{on:%d/%m/%Y}", one.words, f"TOTAL  £{one.pence / 100:.2f}", "THANK YOU")
    for number, line in enumerate(lines):
        draw.text((30, 24 + 44 * number), line, fill="#222222", font_size=22)
    content = BytesIO()
    slip.save(content, "PNG")
    return [GivenFile("receipt.png", content.getvalue())]
