"""What a member hands on of an earlier time, part by part; what they do not tick is read by nobody new."""

import pytest

from caseload.models import Handover, Note
from caseload.operations import choose_what_is_handed_on, hand_over_at_once, plan_cover, write_note
from caseload.queries import handover_shown, handovers_for
from caseload.queries.notes import notes_about
from matching.models import Helper, Pairing
from matching.operations import end_pairing
from people.models import Area, Person, Role, Topic
from support.models import Goal
from support.operations import agree_to_goal, check_in, propose_goal
from support.queries import agreement_page_of, draft_for
from support.terms import BEGINNING, Terms
from tests.caseload.conftest import cover_facts
from tests.caseload.making import make_helper
from tests.fixtures import NOW, make_person
from tests.matching.making import fresh
from tests.support.making import signed_agreement

AGREED = Terms(**{**vars(BEGINNING), "how_often": "Tuesdays and Fridays", "ways": ("phone",)})
ALL = ["summary", "agreement", "goals", "check-ins", "notes"]


@pytest.fixture
def handover(pairing: Pairing, cora: Helper, ada: Person, ben: Person, dev: Person) -> Handover:
    """Ben, with whom Ada did all there is, is gone, and Cora goes on."""
    signed_agreement(pairing, AGREED)
    agree_to_goal(
        by=ben, at=NOW, goal=propose_goal(by=ada, pairing=pairing, words="Sleep", sign="", shown_as="words", at=NOW)
    )
    for confidence in (3, 6):
        check_in(by=ada, pairing=pairing, confidence=confidence, wellbeing=None, wish="", words="Hard", at=NOW)
    for visibility in ("mine", "service", "shared"):
        write_note(by=ben, about=ada, visibility=visibility, body=f"{visibility}: mornings are good.", at=NOW)
    return hand_over_at_once(by=dev, pairing=pairing, helper=cora, words="", at=NOW)


@pytest.fixture
def olu(north: Area, anxiety: Topic) -> Helper:
    return make_helper(make_person("Olu", Role.Kind.ADVISER, area=north, age_group="26_64"), anxiety)


def choose(handover: Handover, *parts: str) -> Handover:
    member = handover.pairing.request.person
    choose_what_is_handed_on(by=member, handover=fresh(handover), parts=parts, words="", at=NOW)
    after: Handover = fresh(handover)
    return after


def read_by(handover: Handover, person: Person) -> dict[str, list[str]]:
    shown = handover_shown(handovers_for(person).get(pk=handover.pk), person)
    return {part.name: part.lines for part in shown.handed_on}


def bodies_for(viewer: Person, member: Person) -> set[str]:
    return {note.body.partition(":")[0] for note in notes_about(member, viewer).notes}


def how_often(pairing: Pairing | None) -> str:
    assert pairing is not None
    return draft_for(pairing, NOW.date()).terms.how_often


def test_each_part_is_read_only_where_it_is_chosen(handover: Handover, ada: Person, cora: Helper) -> None:
    assert [part.name for part in handover_shown(handovers_for(ada).get(), ada).parts] == ALL[1:]
    assert read_by(handover, cora.person) == {}
    for name in ALL[1:]:
        assert list(read_by(choose(handover, name), cora.person)) == [name]
    assert list(read_by(choose(handover, *ALL), cora.person)) == ALL[1:]
    assert read_by(choose(handover), cora.person) == {}


def test_check_ins_are_handed_on_in_numbers_and_a_picture_and_not_in_words(handover: Handover, cora: Helper) -> None:
    chosen = choose(handover, "check-ins")
    said = "Confidence to manage: 3 of 10 on 22 November, 6 of 10 on 22 November."
    assert read_by(chosen, cora.person) == {"check-ins": [said]}
    shown = handover_shown(handovers_for(cora.person).get(), cora.person)
    assert [trend.words for trend in shown.handed_on[0].trends] == ["Confidence to manage"]


def test_notes_shared_with_the_member_stay_between_the_two_until_they_are_handed_on(
    handover: Handover, ada: Person, dev: Person, cora: Helper
) -> None:
    # What is the service's is the service's, and coordinators read on.
    assert bodies_for(cora.person, ada) == {"service"}
    assert bodies_for(dev, ada) == {"service", "shared"}
    chosen = choose(handover, "notes")
    assert bodies_for(cora.person, ada) == {"service", "shared"}
    assert read_by(chosen, cora.person) == {"notes": ["22 November 2026: shared: mornings are good."]}
    choose(handover, "agreement")
    assert bodies_for(cora.person, ada) == {"service"}


def test_whoever_stands_in_reads_what_is_shared_now_and_nothing_from_before(
    handover: Handover, ada: Person, dev: Person, cora: Helper, olu: Helper
) -> None:
    write_note(by=cora.person, about=ada, visibility="shared", body="now: hello", at=NOW)
    plan_cover(by=dev, pairing=fresh(handover).after, facts=cover_facts(olu), at=NOW)
    assert bodies_for(olu.person, ada) == {"service", "now"}


def test_the_next_agreement_begins_with_what_was_agreed_before(handover: Handover, ada: Person, cora: Helper) -> None:
    after = handover.after
    assert after is not None
    assert how_often(after) == BEGINNING.how_often
    choose(handover, "agreement")
    assert draft_for(after, NOW.date()).terms == AGREED
    brought = agreement_page_of(cora.person, after).brought
    assert brought is not None
    assert str(brought.pairing.helper) == "Ben"
    # Nobody has signed it, so it is not in force.
    assert agreement_page_of(ada, after).in_force is None
    choose(handover)
    assert how_often(after) == BEGINNING.how_often
    choose(handover, "agreement")
    signed_agreement(after, Terms(**{**vars(AGREED), "how_often": "Mondays"}))
    assert how_often(after) == "Mondays"
    assert agreement_page_of(ada, after).brought is None


def test_what_was_brought_and_never_signed_can_be_brought_on(handover: Handover, dev: Person, olu: Helper) -> None:
    choose(handover, "agreement")
    second = hand_over_at_once(by=dev, pairing=fresh(handover).after, helper=olu, words="", at=NOW)
    assert how_often(second.after) == BEGINNING.how_often
    choose(second, "agreement")
    assert how_often(second.after) == AGREED.how_often
    choose(second)
    assert how_often(second.after) == BEGINNING.how_often
    # It can be chosen once more.
    choose(second, "agreement")
    assert how_often(second.after) == AGREED.how_often


def test_what_was_not_brought_goes_no_further(handover: Handover, dev: Person, olu: Helper) -> None:
    second = hand_over_at_once(by=dev, pairing=fresh(handover).after, helper=olu, words="", at=NOW)
    choose(second, "agreement")
    assert how_often(second.after) == BEGINNING.how_often


def test_goals_that_are_not_handed_on_any_more_are_the_members_alone(handover: Handover, cora: Helper) -> None:
    choose(handover, "goals")
    theirs = Goal.objects.visible_to(cora.person)
    assert [goal.words for goal in theirs] == ["Sleep"]
    choose(handover)
    assert not theirs.all().exists()
    choose(handover, "goals")
    assert theirs.all().exists()


def test_a_goal_begun_with_the_next_one_is_nothing_to_hand_on(handover: Handover, ada: Person, cora: Helper) -> None:
    chosen = choose(handover, "goals")
    assert chosen.after is not None
    later = chosen.after.began_at.replace(year=2027)
    propose_goal(by=ada, pairing=chosen.after, words="Walk", sign="", shown_as="words", at=later)
    assert read_by(chosen, cora.person) == {"goals": ["Sleep"]}
    choose(chosen)
    assert [goal.words for goal in Goal.objects.visible_to(cora.person)] == ["Walk"]


def test_all_of_it_ends_with_the_pairing(handover: Handover, ada: Person, cora: Helper) -> None:
    chosen = choose(handover, *ALL)
    assert chosen.after is not None
    end_pairing(by=ada, pairing=chosen.after, look_again=False, at=NOW)
    assert set(map(tuple, read_by(chosen, cora.person).values())) == {()}
    assert not Note.objects.visible_to(cora.person).filter(visibility="shared").exists()
