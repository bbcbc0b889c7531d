"""What those who look after people in the town arrange: follow-ups, notes, standing in, going on, who is there too."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.utils.timezone import localdate, localtime

from caseload.errors import CannotStandIn
from caseload.models import Companion, Cover, FollowUp, Note, Transfer
from caseload.operations import (
    CoverFacts,
    agree_to_companion,
    agree_to_transfer,
    ask_companion,
    ask_for_transfer,
    ask_handover,
    choose_what_is_handed_on,
    finish_follow_up,
    give_follow_up,
    hand_over_at_once,
    keep_note_secret,
    plan_cover,
    plan_follow_up,
    save_work_list,
    speak_for,
    write_note,
    write_note_template,
    write_summary,
)
from config.demo.words import caring as words
from matching.models import Credential, Helper, Pairing
from matching.operations import note_credential
from messaging.models import Conversation
from messaging.operations import mark_read, post_message
from people.models import Area, Mandate, Person
from support.operations import say_farewell, show_look_back

MINE, SERVICE, SHARED = Note.Visibility.MINE, Note.Visibility.SERVICE, Note.Visibility.SHARED
HELPED, FALSE_ALARM = FollowUp.Outcome.HELPED, FollowUp.Outcome.FALSE_ALARM
# A beginning that is longer ago than this has been asked about.
ASKED_AFTER = timedelta(days=9)


class Caring:
    """Each happens through the operations of the house; `coordinators` are those of each area."""

    def __init__(self, rng: Random, coordinators: Mapping[Area, Person], *, at: datetime) -> None:
        self.rng = rng
        self.by_area = {area.pk: person for area, person in coordinators.items()}
        self.at = at

    def coordinator_of(self, person: Person) -> Person:
        return self.by_area[person.area_id or 0]

    # -- Looking in ------------------------------------------------------------------------------------------------

    def beginnings_asked_about(self) -> None:
        """How most of them have begun was asked long ago; the latest are still to do."""
        old = FollowUp.objects.open().filter(kind=FollowUp.Kind.FIRST, opened_at__lt=self.at - ASKED_AFTER)
        for one in old.select_related("person").order_by("opened_at", "pk"):
            at = one.opened_at + timedelta(days=self.rng.uniform(2, 8))
            self.finish(one, HELPED, words.BEGAN_WELL, at=at)

    def was_right(self, person: Person) -> None:
        """Check-ins gave cause to look in, and it was good that somebody did."""
        self.alarm_looked_into(person, HELPED, words.EVENINGS)

    def was_wrong(self, person: Person) -> None:
        self.alarm_looked_into(person, FALSE_ALARM, words.JUST_A_COLD)

    def alarm_looked_into(self, person: Person, outcome: str, said: str) -> None:
        for one in FollowUp.objects.open().filter(person=person).exclude(kind=FollowUp.Kind.FIRST):
            self.finish(one, outcome, said, at=one.opened_at + timedelta(hours=20))

    def finish(self, follow_up: FollowUp, outcome: str, said: str, *, at: datetime) -> None:
        by = self.coordinator_of(follow_up.person)
        finish_follow_up(by=by, follow_up=follow_up, outcome=outcome, words=said, at=min(at, self.at))

    def looks_in_on(self, person: Person) -> None:
        """The coordinator has taken what a check-in gave cause to, and has planned one of their own."""
        by = self.coordinator_of(person)
        for one in FollowUp.objects.open().filter(person=person):
            give_follow_up(by=by, follow_up=one, to=by, at=self.ago(0.4))
        due_on = localdate(self.at) + timedelta(days=12)
        plan_follow_up(by=by, person=person, why=words.RING_BEFORE, due_on=due_on, at=self.ago(0.3))

    # -- Notes -----------------------------------------------------------------------------------------------------

    def notes_of_coordinators(self, ada: Person, martin: Person) -> None:
        for title, body in words.NOTE_TEMPLATES:
            write_note_template(by=self.coordinator_of(ada), title=title, body=body, at=self.ago(60))
        self.note(self.coordinator_of(ada), ada, SERVICE, words.ADA_OF_THE_SERVICE, days=9)
        self.note(self.coordinator_of(ada), ada, SHARED, words.OF_ADA, days=5)
        self.note(self.coordinator_of(martin), martin, SHARED, words.OF_MARTIN, days=4)
        self.note(self.coordinator_of(martin), martin, SERVICE, words.MARTIN_OF_THE_SERVICE, days=0.4)

    def notes_of_ben(self, ben: Person, member: Person) -> None:
        self.note(ben, member, SERVICE, words.LETTERS_OF_THE_SERVICE, days=15)
        self.note(ben, member, SHARED, words.LETTERS_SHARED, days=8)
        self.note(ben, member, MINE, words.FOR_MYSELF, days=8)

    def kept_back(self, member: Person, lead: Person) -> None:
        note = self.note(self.coordinator_of(member), member, SERVICE, words.KEPT_BACK, days=1.2)
        keep_note_secret(by=lead, note=note, why=words.WHY_KEPT_BACK, at=self.ago(1))

    def note(self, by: Person, about: Person, visibility: str, body: str, *, days: float) -> Note:
        return write_note(by=by, about=about, visibility=visibility, body=body, at=self.ago(days))

    # -- Standing in and going on ----------------------------------------------------------------------------------

    def winston_for_cleo(self, pairing: Pairing, winston: Helper) -> None:
        """Cleo is away, Winston stands in, and Martin is asked whether he would go on with him altogether."""
        by, martin = self.coordinator_of(pairing.request.person), pairing.request.person
        cover = plan_cover(by=by, pairing=pairing, facts=self.leave(winston, -5, 7, words.CLEO_IS_AWAY), at=self.ago(4))
        assert cover.conversation is not None
        self.say(cover.conversation, winston.person, martin, words.STANDING_IN, days=3.5)
        asked = ask_handover(by=by, pairing=pairing, helper=winston, words=words.GOING_ON, at=self.ago(1.2))
        write_summary(by=pairing.helper.person, handover=asked, words=words.SUMMARY, at=self.ago(0.6))

    def over_to_ben(self, pairing: Pairing, ben: Helper) -> None:
        """At once, because there is less time; the member chooses what is handed on, and shows what was before."""
        member, before = pairing.request.person, pairing.helper.person
        say_farewell(by=before, pairing=pairing, words=words.FAREWELL, at=self.ago(11))
        by = self.coordinator_of(member)
        done = hand_over_at_once(by=by, pairing=pairing, helper=ben, words=words.OVER_TO_BEN, at=self.ago(10))
        write_summary(by=before, handover=done, words=words.OVER_SUMMARY, at=self.ago(9.5))
        parts = ("summary", "agreement", "goals")
        choose_what_is_handed_on(by=member, handover=done, parts=parts, words=words.OVER_WORDS, at=self.ago(9))
        assert done.after is not None
        show_look_back(by=member, look_back=pairing.look_back, pairing=done.after, at=self.ago(9))
        self.say(done.after.conversation, ben.person, member, words.HELLO_AGAIN, days=8.5)

    def say(
        self,
        conversation: Conversation,
        helper: Person,
        member: Person,
        turns: Sequence[tuple[bool, str]],
        *,
        days: float,
    ) -> None:
        """One after the other, some hours apart, of each whether it is the helper's; both have read all of it."""
        for number, (by_helper, said) in enumerate(turns):
            post_message(
                by=helper if by_helper else member,
                conversation=conversation,
                client_id=UUID(int=self.rng.getrandbits(128), version=4),
                body=said,
                at=self.ago(days - number * 0.2),
            )
        conversation.refresh_from_db(fields=["last_seq"])
        for person in (helper, member):
            mark_read(by=person, conversation=conversation, seq=conversation.last_seq)

    def ben_for_somebody(self, ben: Helper, pairings: Sequence[Pairing]) -> None:
        """Ben stands in for another adviser, with the first member of theirs whom nothing keeps apart from him."""
        for pairing in pairings:
            facts = self.leave(ben, -2, 6, words.BEN_STANDS_IN)
            with suppress(CannotStandIn):
                plan_cover(by=self.coordinator_of(pairing.request.person), pairing=pairing, facts=facts, at=self.ago(1))
                return

    def leave(self, helper: Helper, first: int, last: int, said: str) -> CoverFacts:
        today = localdate(self.at)
        return CoverFacts(
            helper=helper,
            from_on=today + timedelta(days=first),
            until_on=today + timedelta(days=last),
            why=Cover.Why.LEAVE,
            words=said,
        )

    # -- There too -------------------------------------------------------------------------------------------------

    def advocate(self, martin: Person, ben: Person) -> None:
        """Ben may read about Martin and act for him, and has spoken for him once."""
        there = self.asked(martin, ben, Companion.Kind.ADVOCATE, words.ADVOCATE, days=20)
        agree_to_companion(by=martin, companion=there, may_read=True, acts=Mandate.Act.values, at=self.ago(19))
        speak_for(by=ben, companion=there, words=words.SPOKEN, at=self.ago(2))

    def interpreter(self, member: Person, samira: Person) -> None:
        there = self.asked(member, samira, Companion.Kind.INTERPRETER, words.INTERPRETER, days=18)
        agree_to_companion(by=member, companion=there, may_read=False, acts=(), at=self.ago(17))

    def expert(self, ada: Person, expert: Person) -> None:
        """Ada has been asked, and has not said yet."""
        self.asked(ada, expert, Companion.Kind.EXPERT, words.EXPERT, days=1.5)

    def asked(self, member: Person, person: Person, kind: str, said: str, *, days: float) -> Companion:
        return ask_companion(
            by=self.coordinator_of(member), member=member, person=person, kind=kind, words=said, at=self.ago(days)
        )

    # -- Areas, checks, lists --------------------------------------------------------------------------------------

    def looked_after_too(self, person: Person, to: Area) -> None:
        """Somebody stays where they live and is looked after by another service besides."""
        asked = self.transfer(person, to, words.LOOKED_AFTER_TOO, days=25)
        agree_to_transfer(by=self.by_area[to.pk], transfer=asked, at=self.ago(23))

    def may_be_looked_after_too(self, person: Person, to: Area) -> None:
        self.transfer(person, to, words.BETWEEN_SERVICES, days=1.1)

    def transfer(self, person: Person, to: Area, why: str, *, days: float) -> Transfer:
        by = self.coordinator_of(person)
        return ask_for_transfer(by=by, person=person, to=to, stays=True, why=why, at=self.ago(days))

    def trained_and_supervised(self, ben: Helper) -> None:
        """Beside the vetting: a training that holds, and supervision that soon does not."""
        by, kind = self.coordinator_of(ben.person), Credential.Kind
        for what, name, days in ((kind.TRAINING, words.TRAINING, 400), (kind.SUPERVISION, words.SUPERVISION, 20)):
            valid_until = localdate(self.at) + timedelta(days=days)
            note_credential(by=by, helper=ben, kind=what, name=name, valid_until=valid_until, at=self.ago(100))

    def lists_kept(self, coordinator: Person) -> None:
        for name, section, filters in words.WORK_LISTS:
            save_work_list(by=coordinator, name=name, section=section, filters=filters, at=self.ago(14))

    def ago(self, days: float) -> datetime:
        return by_day(self.at - timedelta(days=days))


def by_day(moment: datetime) -> datetime:
    """The moment itself, or the evening before where it is at night."""
    local = localtime(moment)
    evening = local.replace(hour=19, minute=50, second=0, microsecond=0)
    if local.hour < 8:
        return evening - timedelta(days=1)
    return min(local, evening)
