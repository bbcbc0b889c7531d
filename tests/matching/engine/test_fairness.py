"""The figures of each group are what anyone would count by hand."""

from matching.engine.fairness import DeclineFigures, GroupFigures, declines, figures
from matching.engine.plan import Certificate, Plan, Status
from matching.engine.problem import Aim, HelperRow, Id, Problem, SeekerRow, problem_of


def problem(*, locked: tuple[tuple[Id, Id], ...] = ()) -> Problem:
    """Four who ask; Dev gave no age, and Eve can be with nobody."""
    return problem_of(
        [
            SeekerRow("Ada", 10, {"age": "old", "area": "north"}),
            SeekerRow("Cleo", 40, {"age": "young", "area": "north"}),
            SeekerRow("Dev", 7, {"area": "south"}),
            SeekerRow("Eve", 70, {"age": "young", "area": "south"}),
        ],
        [HelperRow("Ben", 3)],
        [("Ada", "Ben", 80), ("Cleo", "Ben", 60), ("Dev", "Ben", 35)],
        # Waiting counts for the plan, and is not in the figures of fit.
        aim=Aim(waiting=5),
        locked=locked,
    )


def plan(*pairs: tuple[Id, Id]) -> Plan:
    return Plan(
        status=Status.OPTIMAL,
        pairs=pairs,
        placed=len(pairs),
        total=0,
        floor=None,
        load_cost=0,
        unplaced=(),
        order=(),
        blocking_pairs=0,
        certificate=Certificate(),
        problem="",
        solver="",
        seed=0,
    )


EVERYBODY_WHO_CAN = (("Ada", "Ben"), ("Cleo", "Ben"), ("Dev", "Ben"))

OLD = GroupFigures(
    attribute="age",
    value="old",
    people=1,
    placed=1,
    share_placed=1.0,
    mean_score=80.0,
    worst_score=80,
    mean_days_placed=10.0,
    mean_days_unplaced=None,
    share_ratio=1.0,
    score_ratio=1.0,
)
YOUNG = GroupFigures(
    attribute="age",
    value="young",
    people=2,
    placed=1,
    share_placed=0.5,
    mean_score=60.0,
    worst_score=60,
    mean_days_placed=40.0,
    mean_days_unplaced=70.0,
    share_ratio=0.5,
    score_ratio=0.75,
)
NORTH = GroupFigures(
    attribute="area",
    value="north",
    people=2,
    placed=2,
    share_placed=1.0,
    mean_score=70.0,
    worst_score=60,
    mean_days_placed=25.0,
    mean_days_unplaced=None,
    share_ratio=1.0,
    score_ratio=1.0,
)
SOUTH = GroupFigures(
    attribute="area",
    value="south",
    people=2,
    placed=1,
    share_placed=0.5,
    mean_score=35.0,
    worst_score=35,
    mean_days_placed=7.0,
    mean_days_unplaced=70.0,
    share_ratio=0.5,
    score_ratio=0.5,
)


def test_each_group_is_counted_and_compared_with_the_best_off() -> None:
    assert figures(problem(), plan(*EVERYBODY_WHO_CAN)) == (OLD, YOUNG, NORTH, SOUTH)


def test_locked_pairs_count_like_all_others() -> None:
    locked = problem(locked=(("Ada", "Ben"),))
    assert figures(locked, plan(*EVERYBODY_WHO_CAN)) == (OLD, YOUNG, NORTH, SOUTH)


def test_where_nobody_is_placed_there_is_nothing_to_compare() -> None:
    old, *_ = figures(problem(), plan())
    assert old == GroupFigures(
        attribute="age",
        value="old",
        people=1,
        placed=0,
        share_placed=0.0,
        mean_score=None,
        worst_score=None,
        mean_days_placed=None,
        mean_days_unplaced=10.0,
        share_ratio=None,
        score_ratio=None,
    )


def test_a_group_without_a_place_is_compared_with_those_who_have_one() -> None:
    _, young, *_ = figures(problem(), plan(("Ada", "Ben")))
    assert (young.share_placed, young.share_ratio, young.score_ratio) == (0.0, 0.0, None)


def test_scores_below_nought_have_no_ratio() -> None:
    made = problem_of(
        [SeekerRow("Ada", groups={"age": "old"}), SeekerRow("Eve", groups={"age": "young"})],
        [HelperRow("Ben", 2)],
        [("Ada", "Ben", -5), ("Eve", "Ben", 0)],
    )
    found = figures(made, plan(("Ada", "Ben"), ("Eve", "Ben")))
    assert [(each.mean_score, each.worst_score, each.score_ratio) for each in found] == [
        (-5.0, -5, None),
        (0.0, 0, None),
    ]


def test_without_groups_there_are_no_figures() -> None:
    assert figures(problem_of([SeekerRow("Ada")], [], []), plan()) == ()


def test_picking_only_the_easy_cases_is_seen() -> None:
    answers = (
        [("easy", False)] * 9 + [("easy", True)] + [("hard", True), ("hard", True), ("hard", True), ("hard", False)]
    )
    easy, hard = declines(answers)
    assert easy == DeclineFigures(value="easy", asked=10, declined=1, share_declined=0.1, ratio=1.0)
    assert (hard.asked, hard.declined, hard.share_declined) == (4, 3, 0.75)
    assert hard.ratio is not None
    assert round(hard.ratio, 3) == 0.278


def test_where_everybody_is_declined_there_is_nothing_to_compare() -> None:
    assert [each.ratio for each in declines([("one", True), ("other", True)])] == [None, None]
    assert declines([]) == ()
