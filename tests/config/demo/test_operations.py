"""The town has everybody one may want to look at, in every state."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

import pytest
from django.db.models import F, Q

from caseload.models import Companion, Cover, FollowUp, Handover, Note, Secrecy, Transfer, WorkList
from config.demo.operations import make_demo
from config.demo.populating import TELLS
from config.demo.town import DOMAIN, GUISES
from config.demo.words.networks import COMMUNITIES
from matching.models import Helper, Pairing, Proposal, Referral, Request, Round, Unplaced
from matching.operations import place_arrivals
from messaging.models import Conversation, Dispatch, Message, Notice, Participant
from networks.models import Ask, Idea, Invitation, Membership, Network, Post, Resource, Thread
from people.models import Area, Assignment, Belonging, Person, RecordRead, Role
from safeguarding.models import Block, Concern
from support.models import (
    Agreement,
    Appointment,
    Budget,
    CheckIn,
    Farewell,
    Goal,
    Receipt,
    Rhythm,
    SessionBlock,
    Shown,
    Spending,
    Step,
    StepDown,
    TimeOff,
)
from support.queries import minutes_left
from tests.fixtures import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


def named(name: str) -> Person:
    person: Person = Person.objects.get(email=f"{name}{DOMAIN}")
    return person


def states(rows: Iterable[tuple[str]]) -> set[str]:
    return {state for (state,) in rows}


def test_it_is_a_town_of_two_hundred_members() -> None:
    roles = Counter(Role.objects.current().values_list("kind", flat=True))

    assert Area.objects.count() == 4
    assert Person.objects.count() == 200 + 70 + 8
    assert Helper.objects.count() == 70
    assert (roles["coordinator"], roles["safeguarding_lead"], roles["referrer"]) == (4, 1, 1)
    # One for each area, and one for all of them.
    assert Role.objects.filter(kind="coordinator").values("area").distinct().count() == 4


def test_requests_are_in_every_state_and_people_have_waited_up_to_three_months() -> None:
    waited = [(NOW - request.asked_at).days for request in Request.objects.waiting() if request.asked_at]

    assert states(Request.objects.values_list("state")) == set(Request.State.values)
    assert min(waited) == 0
    assert 60 <= max(waited) <= 90


def test_the_first_start_has_offers_for_nobody() -> None:
    """Or a new user's screen would fill with the mails that say so."""
    assert place_arrivals(at=NOW) is None


def test_proposals_are_in_every_state_and_the_last_round_is_open() -> None:
    assert states(Proposal.objects.values_list("state")) >= {"proposed", "offered", "accepted", "declined", "lapsed"}
    assert Proposal.objects.filter(state="set_aside").exists()
    last = Round.objects.order_by("-began_at")[:3]
    assert Proposal.objects.undecided().filter(round__in=last).count() > 20
    assert set(Unplaced.objects.filter(round__in=last).values_list("reason", flat=True)) == {
        "all_places_taken",
        "nobody_fits",
    }


def test_helpers_are_in_every_state_and_some_checks_have_run_out() -> None:
    assert states(Helper.objects.values_list("state")) == set(Helper.State.values)
    assert Helper.objects.active().filter(vetted_until__lt=NOW.date()).count() >= 2
    assert not Helper.objects.exclude(places_taken__lte=F("capacity")).exists()


def test_about_sixty_pairs_talk_and_a_few_are_silent() -> None:
    active = Pairing.objects.active()
    silent = active.filter(conversation__last_at__lt=NOW - timedelta(days=14))

    assert 55 <= active.count() <= 85
    assert 4 <= silent.count() <= 15
    assert Pairing.objects.filter(state=Pairing.State.ENDED).count() >= 6
    assert active.filter(conversation__last_seq__gte=6).count() > 40


def test_under_18s_have_advisers_who_work_with_them_and_whose_checks_held() -> None:
    young = Pairing.objects.filter(request__person__age_group="under_18")

    assert young.exists()
    assert {pairing.helper.kind for pairing in young} == {"adviser"}
    assert [pairing for pairing in young if "under_18" not in pairing.helper.age_groups] == []
    assert [pairing for pairing in young if not was_checked(pairing)] == []


def was_checked(pairing: Pairing) -> bool:
    until = pairing.helper.vetted_until
    return until is not None and until >= pairing.began_at.date()


def test_nothing_is_dated_in_the_future_or_out_of_order() -> None:
    assert not Message.objects.filter(sent_at__gt=NOW).exists()
    assert not Post.objects.filter(posted_at__gt=NOW).exists()
    assert not Message.objects.filter(sent_at__lt=F("conversation__began_at")).exists()
    assert not Post.objects.filter(posted_at__lt=F("author__since")).exclude(author__is_host=True).exists()
    assert [one.pk for one in Conversation.objects.all() if not rises(one)] == []
    assert [one.pk for one in Thread.objects.all() if not grows(one)] == []


def rises(conversation: Conversation) -> bool:
    said = list(conversation.messages.order_by("seq").values_list("seq", "sent_at"))
    times = [at for _, at in said]
    return times == sorted(times) and [seq for seq, _ in said] == list(range(1, conversation.last_seq + 1))


def grows(thread: Thread) -> bool:
    said = list(thread.posts.order_by("seq").values_list("seq", "posted_at"))
    times = [at for _, at in said]
    return times == sorted(times) and [seq for seq, _ in said] == list(range(1, thread.last_seq + 1))


def test_some_have_something_new_to_read() -> None:
    unread = Participant.objects.filter(read_seq__lt=F("conversation__last_seq"))

    assert 5 <= unread.count() <= 40


def test_ben_has_a_group_with_an_interpreter_into_which_dev_is_asked() -> None:
    group = Conversation.objects.get(is_group=True)
    places = Participant.objects.filter(conversation=group).order_by("pk").select_related("person")

    assert [str(place.person) for place in places][::2] == ["Ben", "Samira"]
    assert [place.person for place in places if place.joined_at is None] == [named("dev")]
    assert group.messages.filter(kind="words").count() == 7
    assert group.closed_at is None


def test_nobody_who_helps_has_the_same_conversation_with_two_people() -> None:
    said = Message.objects.values_list("conversation__pairing__helper", "body")
    # Anybody may ask "How did it go?" of two people.
    long = [(helper, body) for helper, body in said if len(body) > 60]

    assert [each for each, times in Counter(long).items() if times > 1] == []


def test_six_networks_with_threads_keep_the_ages_apart() -> None:
    wrong = Q(network__for_under_18s=True) ^ Q(person__age_group="under_18")

    large = Network.objects.filter(name__in=[community.name for community in COMMUNITIES])
    assert large.count() == 6
    assert min(network.threads.count() for network in large) >= 12
    assert not Membership.objects.filter(wrong, is_host=False).exists()
    assert states(Membership.objects.values_list("state")) == {"asked", "joined"}
    assert not Membership.objects.filter(chosen_name=F("person__chosen_name")).exists()


def test_three_smaller_networks_are_not_for_everybody_and_one_is_an_idea() -> None:
    small = Network.objects.exclude(name__in=[community.name for community in COMMUNITIES]).order_by("name")

    assert [(one.joining, one.circle, one.memberships.current().count()) for one in small] == [
        ("hidden", "everyone", 3),
        ("open", "advisers", 4),
        ("invitation", "everyone", 4),
    ]
    assert [one.used for one in Invitation.objects.order_by("pk")] == [3, 2]
    assert [one.by for one in Idea.objects.waiting()] == [named("martin")]
    assert Idea.objects.count() == 1


def test_a_house_agreement_has_changed_and_some_have_agreed_to_it() -> None:
    changed = Network.objects.get(agreement_version=2)

    assert Counter(changed.memberships.values_list("agreed_version", flat=True)) == {1: 2, 2: 2}
    assert changed.memberships.get(person=named("ada")).agreed_version == 1


def test_asks_are_open_taken_and_thanked_for() -> None:
    assert Counter(Ask.objects.values_list("kind", "state")) == {
        ("ask", "open"): 1,
        ("offer", "open"): 2,
        ("ask", "taken"): 1,
        ("ask", "done"): 1,
    }
    assert Ask.objects.get(state="taken").thread.begun_by.person == named("ada")
    assert Ask.objects.get(state="done").thanked_in is not None


def test_a_page_was_looked_over_and_another_is_due_for_it() -> None:
    kept = Resource.objects.order_by("title", "links").values_list("version", "review_due_on", "links__health")

    assert [(version, due > NOW.date(), health) for version, due, health in kept if due] == [
        (1, False, "fine"),
        (1, False, "broken"),
        (2, True, None),
    ]


def test_there_are_concerns_a_block_referrals_and_records_read() -> None:
    assert Counter(Concern.objects.values_list("state", flat=True)) == {"open": 5, "taken": 2, "closed": 1}
    assert Block.objects.current().count() == 1
    assert Referral.objects.filter(used_at=None, expires_at__gt=NOW).count() == 2
    assert RecordRead.objects.filter(person=named("ada")).count() == 2


def test_everybody_who_asked_is_looked_after() -> None:
    asked = Person.objects.filter(requests__asked_at__isnull=False)
    cared_for = Assignment.objects.current().filter(kind="coordinator").values("person")

    assert asked.exclude(pk__in=cared_for).count() == 0


def test_the_named_people_have_something_to_show() -> None:
    assert Person.objects.filter(email__in=[guise.email for guise in GUISES]).count() == len(GUISES)
    assert Proposal.objects.offered_to(named("ada")).count() == 3
    assert not Request.objects.filter(person=named("noor")).exists()
    assert Pairing.objects.active().filter(helper__person=named("ben")).count() >= 4
    assert Proposal.objects.offered_with(named("ben")).exists()
    assert Pairing.objects.active().filter(helper__person=named("cleo"), conversation__last_seq__gt=4).exists()
    assert Membership.objects.hosts().filter(person=named("grace")).count() == 4
    assert Membership.objects.asking().filter(network__memberships__person=named("grace")).exists()
    assert Referral.objects.filter(by=named("rhys")).count() == 4


def test_no_letter_about_the_past_goes_out_and_nobody_has_a_password() -> None:
    assert not Dispatch.objects.exists()
    assert [person for person in Person.objects.all() if person.has_usable_password()] == []


def test_what_is_new_is_of_the_last_days() -> None:
    new = Notice.objects.unread()
    assert new.count() >= 5
    assert not new.filter(written_at__lt=NOW - timedelta(days=3)).exists()


def test_the_first_start_tells_nobody_of_anything() -> None:
    """Or its mails would come one after the other."""
    told = Notice.objects.count()

    for tell in TELLS:
        tell(at=NOW)

    assert Notice.objects.count() == told


def test_a_second_time_changes_nothing() -> None:
    assert make_demo(seed=1, at=NOW, members=200) is False
    assert Person.objects.count() == 278


def test_two_areas_lie_in_a_service_and_one_is_a_service_of_its_own() -> None:
    lies_in = dict(Area.objects.values_list("slug", "parent__name"))

    assert lies_in == {
        "wennbridge-town": "Wennbridge and Northfields",
        "northfields": "Wennbridge and Northfields",
        "wenn-valley": None,
        "wennbridge-and-northfields": None,
    }
    assert sorted(Transfer.objects.values_list("state", flat=True)) == ["agreed", "asked"]
    assert Belonging.objects.current().get().area.slug == "wennbridge-town"


def test_agreements_goals_and_steps_are_in_several_states() -> None:
    due = Agreement.objects.filter(state="in_force", review_on__lte=NOW.date())

    assert Counter(Agreement.objects.values_list("state", flat=True)) == {"in_force": 5, "proposed": 1}
    assert due.count() == 2
    assert Counter(Goal.objects.values_list("state", flat=True)) == {
        "active": 3,
        "reached": 2,
        "let_go": 1,
        "proposed": 1,
    }
    assert states(Step.objects.values_list("state")) == set(Step.State.values)


def test_check_ins_fell_and_somebody_is_to_look_in() -> None:
    alarms = FollowUp.objects.exclude(kind__in=["first", "planned"]).order_by("kind", "outcome")

    assert states(CheckIn.objects.values_list("state")) == set(CheckIn.State.values)
    assert [(one.kind, one.state, one.outcome) for one in alarms] == [
        ("falling", "open", ""),
        ("falling", "done", "false_alarm"),
        ("more", "done", "helped"),
        ("silence", "open", ""),
    ]
    assert alarms.filter(person=named("martin"), taken_by=named("dev"), kind="falling").count() == 1
    assert Rhythm.objects.filter(every_days=None).count() == 1


def test_people_meet_and_hours_of_a_block_are_used() -> None:
    bens = Appointment.objects.filter(helper=named("ben"))
    to_come = Q(state="booked", begins_at__gt=NOW)

    assert states(Appointment.objects.values_list("state")) == {"booked", "held", "missed"}
    assert bens.filter(to_come).count() == 3
    assert bens.filter(state="booked").exclude(to_come).count() == 1
    assert TimeOff.objects.filter(person=named("ben"), first_day__gt=NOW.date()).exists()
    assert sorted(minutes_left(block) for block in SessionBlock.objects.all()) == [90, 300]


def test_a_budget_is_spent_with_receipts_and_one_waits() -> None:
    assert list(Budget.objects.order_by("state").values_list("state", "spent_pence")) == [
        ("agreed", 1630),
        ("proposed", 0),
    ]
    assert Counter(Spending.objects.values_list("state", flat=True)) == {"approved": 2, "waiting": 1}
    assert Receipt.objects.count() == 2


def test_somebody_stands_in_may_go_on_and_is_there_too() -> None:
    martin, ben = named("martin"), named("ben")

    assert [(str(one.helper), one.state) for one in Cover.objects.filter(pairing__request__person=martin)] == [
        ("Winston", "running")
    ]
    assert Cover.objects.filter(helper__person=ben, state="running").count() == 1
    assert Handover.objects.asked().get().pairing.request.person == martin
    assert [(str(one.member), one.kind, one.state) for one in Companion.objects.exclude(kind="interpreter")] == [
        ("Martin", "advocate", "there"),
        ("Ada", "expert", "asked"),
    ]
    assert Companion.objects.filter(kind="interpreter", state="there").exists()
    assert StepDown.objects.get().state == "agreed"


def test_notes_are_mine_the_services_and_shared_and_one_is_kept_back() -> None:
    assert states(Note.objects.values_list("visibility")) == set(Note.Visibility.values)
    assert Secrecy.objects.current().get().by == named("leila")
    assert Note.objects.filter(about=named("ada"), visibility="shared").exists()
    assert WorkList.objects.filter(person=named("dev")).count() == 3


def test_somebody_went_on_with_ben_and_shows_what_was_before() -> None:
    done = Handover.objects.get(state="done")

    assert (done.after, str(done.helper)) == (Pairing.objects.active().get(follows=done.pairing), "Ben")
    assert done.handed_on == ["summary", "agreement", "goals"]
    assert [goal["state"] for goal in done.pairing.look_back.goals] == ["reached", "active"]
    assert Shown.objects.get().pairing == done.after
    assert Farewell.objects.get().pairing == done.pairing
