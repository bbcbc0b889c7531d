"""Equal shares: known examples, an independent counting, and what must hold of every result."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks.counting import BudgetResult, Option, Payment, count_budget
from tests.networks.counting.making import Ballots, budgets, options, shares, whole_budget


def bought(result: BudgetResult) -> list[str]:
    return [purchase.title for purchase in result.purchases]


def test_a_minority_gets_its_part() -> None:
    """By votes alone A, B and C would take all: with equal shares those who chose D have their fifth of the sum."""
    ballots: Ballots = [(1, 2, 3, 5)] * 8 + [(4,)] * 2
    result = count_budget(options(30_000, 30_000, 20_000, 20_000, 20_000), ballots, 100_000)

    assert bought(result) == ["C", "E", "A", "D"]
    assert (result.spent, result.left) == (90_000, 10_000)


def test_the_worked_result_says_who_pays_what() -> None:
    """£100 for three people: A is for all, B for two of them, and C is for who has least left."""
    result = count_budget(options(6_000, 2_000, 5_000), [(1, 2), (1, 2), (1, 3)], 10_000)

    assert [(one.title, one.cost, one.supporters, one.payments) for one in result.purchases] == [
        ("A", 6_000, 3, [Payment(3, "2000")]),
        ("B", 2_000, 2, [Payment(2, "1000")]),
    ]
    assert (result.share, result.raised, result.spent, result.left) == ("10000/3", 0, 8_000, 2_000)
    assert result.outcome == "2 projects for £80 of £100."
    assert result.words == [
        "£100 shared among 3 votes is about £33.33 each.",
        "“A” for £60: paid by its 3 supporters, £20 each.",
        "“B” for £20: paid by its 2 supporters, £10 each.",
        "£20 stays unspent.",
    ]


def test_shares_are_raised_by_a_pound_as_long_as_the_sum_is_enough() -> None:
    """£10 for four people: with £2.50 each A cannot be paid after B; with £3.50 it can, by all that is left."""
    result = count_budget(options(500, 400, 100, 200), [(1,), (1, 2), (2,), (3,)], 1_000)

    assert bought(result) == ["B", "A", "C"]
    assert (result.share, result.raised, result.spent) == ("350", 100, 1_000)
    assert result.purchases[1].payments == [Payment(1, "350"), Payment(1, "150")]
    assert result.words[1] == "To use more of the sum, every share was raised by £1."
    assert result.words[3] == (
        "“A” for £5: paid by its 2 supporters: 1 of them £3.50 each, the others all they had left."
    )


def test_shares_are_not_raised_beyond_the_sum() -> None:
    """The same, but who chose C chose D too: another pound each would buy both A and D, for £12."""
    result = count_budget(options(500, 400, 100, 200), [(1,), (1, 2), (2,), (3, 4)], 1_000)

    assert (bought(result), result.raised) == (["B", "C", "A"], 0)
    assert result.purchases[2].payments == []


def test_what_fits_into_what_is_left_is_bought_by_votes() -> None:
    """£9 for three: the raise that would buy B as well spends more than there is, so C, which fits, is bought."""
    result = count_budget(options(500, 500, 400), [(1,), (2,), (3,)], 900)

    assert bought(result) == ["C", "A"]
    assert [one.payments for one in result.purchases][1] == []
    assert result.purchases[1].why == "fits into what was left over, with 1 supporter."


def test_of_alike_the_cheaper_then_the_one_listed_first() -> None:
    # Each could be paid by its one supporter at the same price for a pound's worth.
    assert bought(count_budget(options(400, 300, 300), [(1,), (2,), (3,)], 1_200)) == ["B", "C", "A"]


@pytest.mark.parametrize("ballots", [[], [(2,)]])
def test_what_nobody_chose_is_never_bought(ballots: Ballots) -> None:
    result = count_budget(options(100, 100), ballots, 1_000)

    assert bought(result) == ["B"] * len(ballots)
    assert result.outcome.startswith("1 project" if ballots else "Nothing is paid for")


def test_pounds_that_do_not_divide_are_shared_exactly() -> None:
    """A seventh of a penny has no decimal end: nothing may be lost where seven of them make one."""
    result = count_budget(options(1_000), [(1,)] * 7, 1_000)

    assert result.purchases[0].payments == [Payment(7, "1000/7")]
    assert bought(result) == ["A"]


@given(budgets())
def test_another_counting_comes_to_the_same(vote: tuple[list[Option], Ballots, int]) -> None:
    projects, ballots, total = vote
    result = count_budget(*vote)

    assert set(result.chosen) == whole_budget(projects, ballots, total)
    from_shares = [one.option for one in result.purchases if one.payments]
    if ballots:
        assert from_shares == shares(projects, ballots, Fraction(result.share))


@given(budgets())
def test_the_sum_is_never_exceeded_and_nothing_that_fits_is_left_out(vote: tuple[list[Option], Ballots, int]) -> None:
    projects, ballots, total = vote
    result = count_budget(*vote)

    spent = sum(one.cost for one in projects if one.number in result.chosen)
    assert (result.spent, result.left) == (spent, total - spent)
    assert spent <= total
    liked = {number for ballot in ballots for number in ballot}
    assert [one for one in projects if one.number in liked - {*result.chosen} and one.cost <= result.left] == []


@given(budgets())
def test_supporters_pay_exactly_the_cost_and_nobody_more_than_a_share(vote: tuple[list[Option], Ballots, int]) -> None:
    _, ballots, _ = vote
    result = count_budget(*vote)

    for one in result.purchases:
        if one.payments:
            assert sum(paid.people * Fraction(paid.each) for paid in one.payments) == one.cost
            assert sum(paid.people for paid in one.payments) == one.supporters
            assert max(Fraction(paid.each) for paid in one.payments) <= Fraction(result.share)
        assert one.supporters == sum(one.option in ballot for ballot in ballots)


@given(budgets(), st.randoms(use_true_random=False))
def test_the_order_of_ballots_changes_nothing(vote: tuple[list[Option], Ballots, int], rng: object) -> None:
    projects, ballots, total = vote
    shuffled = list(ballots)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]

    assert count_budget(projects, shuffled, total) == count_budget(*vote)


@given(budgets())
def test_names_and_the_order_of_the_list_decide_only_among_alike(vote: tuple[list[Option], Ballots, int]) -> None:
    """Where no two projects cost the same, the list turned round gives the same projects."""
    projects, ballots, total = vote
    if len({one.cost for one in projects}) < len(projects):
        return
    last = len(projects) + 1
    turned = [Option(last - one.number, one.title, one.cost) for one in reversed(projects)]
    result = count_budget(turned, [tuple(last - number for number in ballot) for ballot in ballots], total)

    assert sorted(bought(result)) == sorted(bought(count_budget(*vote)))


@given(budgets())
def test_who_agrees_and_could_pay_together_is_never_left_with_nothing(vote: tuple[list[Option], Ballots, int]) -> None:
    """Justified representation: a project whose supporters' parts of the sum pay for it and who all want only such."""
    projects, ballots, total = vote
    result = count_budget(*vote)
    for one in projects:
        fans = [ballot for ballot in ballots if one.number in ballot]
        if fans and len(fans) * Fraction(total, len(ballots)) >= one.cost:
            assert any(set(ballot) & set(result.chosen) for ballot in fans)
