"""Pages of goals and steps: what each of the two reads and presses, and how far it is."""

from datetime import timedelta

from django.test import Client

from matching.models import Pairing
from matching.operations import end_pairing
from people.models import Person
from support.models import Goal, Step
from support.operations import mark_step
from support.queries import goal_page_of
from tests.fixtures import NOW, As, CountQueries
from tests.matching.making import fresh
from tests.support.making import a_step, goal_of_both, proposed_goal


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_from_choosing_to_being_glad(ada: Person, ben: Person, pairing: Pairing, signed_in_as: As) -> None:
    hers, his = signed_in_as(ada), signed_in_as(ben)
    assert "Choose a goal" in page(hers, f"/together/{pairing.pk}/")
    hers.post(f"/together/{pairing.pk}/goals/new/", {"words": "Shop alone", "sign": "I buy bread", "shown_as": "bar"})
    goal = Goal.objects.get()
    where = f"/together/goals/{goal.pk}/"
    assert "Ben has not said yet whether they agree." in page(hers, where)
    assert "Ada proposes this." in page(his, where)
    his.post(f"{where}agreement/")
    his.post(f"{where}steps/", {"words": "To the corner", "whose": "both", "by_when": "2027-01-04"})
    step = Step.objects.get()
    found = page(hers, where)
    assert "Ada and Ben, by 4 January" in found
    assert '<progress value="0" max="1"' in found
    hers.post(f"/together/steps/{step.pk}/state/", {"state": "done"})
    found = page(hers, where)
    assert "All steps are done." in found
    assert '<progress value="1" max="1"' in found
    answer = hers.post(f"{where}reaching/", follow=True)
    assert "You did it!" in answer.content.decode()
    assert "Ada reached this" in page(his, where)


def test_what_is_wrong_with_a_step_is_said_on_the_page_of_its_goal(
    ada: Person, pairing: Pairing, signed_in_as: As
) -> None:
    goal = goal_of_both(pairing)
    answer = signed_in_as(ada).post(f"/together/goals/{goal.pk}/steps/", {"whose": "member", "by_when": "soon"})
    found = answer.content.decode()
    assert "Say what the step is, in a few words." in found
    assert "Give the day like 2026-12-31." in found


def test_progress_is_shown_as_the_member_likes(ada: Person, pairing: Pairing, signed_in_as: As) -> None:
    goal = goal_of_both(pairing)
    step = a_step(ada, goal)
    a_step(ada, goal, "To the shop")
    mark_step(by=ada, step=step, state="done", at=NOW)
    hers, together = signed_in_as(ada), f"/together/{pairing.pk}/"
    shown = {"words": "Shop", "sign": "", "going": "Better than I thought"}
    for shown_as, is_there in (
        ("steps", (True, False, True)),
        ("bar", (True, True, False)),
        ("words", (False, False, False)),
    ):
        hers.post(f"/together/goals/{goal.pk}/words/", shown | {"shown_as": shown_as})
        found = page(hers, together)
        assert ("1 of 2 steps done" in found, "<progress" in found, "To the shop" in found) == is_there
        assert "“Better than I thought”" in found


def test_a_helper_is_told_that_it_is_not_theirs_to_change(ben: Person, pairing: Pairing, signed_in_as: As) -> None:
    goal = goal_of_both(pairing)
    his = signed_in_as(ben)
    assert "I have reached it" not in page(his, f"/together/goals/{goal.pk}/")
    for path in ("words/", "reaching/", "taking-up/"):
        assert his.post(f"/together/goals/{goal.pk}/{path}").status_code == 403


def test_after_the_end_the_member_reads_on_and_the_helper_does_not(
    ada: Person, ben: Person, pairing: Pairing, signed_in_as: As
) -> None:
    goal = goal_of_both(pairing)
    a_step(ben, goal, whose="helper")
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=NOW)
    hers, his = signed_in_as(ada), signed_in_as(ben)
    assert "To the shop alone" in page(hers, "/together/goals/")
    assert "To the corner" in page(hers, f"/together/goals/{goal.pk}/")
    assert his.get(f"/together/goals/{goal.pk}/").status_code == 404
    assert "To the shop alone" not in page(his, f"/together/{pairing.pk}/")
    assert "To the shop alone" not in page(his, f"/together/{pairing.pk}/goals/")


def test_many_goals_cost_as_many_queries_as_one(
    ada: Person, ben: Person, pairing: Pairing, signed_in_as: As, count_queries: CountQueries
) -> None:
    hers = signed_in_as(ada)
    paths = [f"/together/{pairing.pk}/goals/", "/together/goals/"]
    a_step(ada, goal_of_both(pairing))
    assert [count_queries(hers, path) for path in paths] == [10, 7]
    for words in ("Second", "Third", "Fourth"):
        a_step(ada, proposed_goal(ben, pairing, words))
    assert [count_queries(hers, path) for path in paths] == [10, 7]


def test_what_is_to_do_comes_first_by_its_day(ada: Person, pairing: Pairing) -> None:
    goal = goal_of_both(pairing)
    done = a_step(ada, goal, "Done")
    a_step(ada, goal, "Some day")
    a_step(ada, goal, "Tomorrow", by_when=NOW.date() + timedelta(days=1))
    mark_step(by=ada, step=done, state=Step.State.DONE, at=NOW)

    shown = goal_page_of(ada, goal)
    assert [line.step.words for line in shown.steps] == ["Tomorrow", "Some day", "Done"]
    assert [step.words for step in shown.card.next_steps] == ["Tomorrow", "Some day"]
