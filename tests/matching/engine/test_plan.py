"""What a plan tells beyond its rows."""

from matching.engine import Fit, Match, Plan, Status


def test_offers_are_the_pair_first_then_the_alternatives() -> None:
    mine, next_best, last, yours = (
        Match(1, 2, 9, Fit.GOOD, ()),
        Match(1, 3, 8, Fit.FAIR, ()),
        Match(1, 4, 7, Fit.FAIR, ()),
        Match(5, 2, 6, Fit.FAIR, ()),
    )
    plan = Plan(Status.OPTIMAL, pairs=(mine, yours), alternatives=(next_best, last))
    assert plan.offers == {1: (mine, next_best, last), 5: (yours,)}
    assert (plan.placed, plan.total) == (2, 15)


def test_an_empty_plan_offers_nothing() -> None:
    plan = Plan(Status.EMPTY)
    assert (plan.offers, plan.placed, plan.total) == ({}, 0, 0)
