"""Options and ballots by the dozen, and each rule once more, slowly and by other code."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations

from hypothesis import strategies as st

from networks.counting import Option

Ballots = list[tuple[int, ...]]


def options(*costs: int) -> list[Option]:
    """Options "A", "B" and so on, with these costs."""
    return [Option(number, "ABCDEFGHIJ"[number - 1], cost) for number, cost in enumerate(costs, start=1)]


def named(count: int) -> list[Option]:
    return options(*[0] * count)


@st.composite
def ranked_votes(draw: st.DrawFn) -> tuple[int, Ballots]:
    count = draw(st.integers(1, 5))
    orders = st.permutations(range(1, count + 1)).flatmap(lambda order: st.integers(1, count).map(lambda n: order[:n]))
    return count, [tuple(one) for one in draw(st.lists(orders, max_size=12))]


@st.composite
def budgets(draw: st.DrawFn) -> tuple[list[Option], Ballots, int]:
    costs = draw(st.lists(st.integers(1, 20), min_size=1, max_size=4))
    ballots = st.sets(st.integers(1, len(costs)), min_size=1).map(lambda chosen: tuple(sorted(chosen)))
    total = draw(st.integers(max(costs), 40))
    return options(*[cost * 50 for cost in costs]), draw(st.lists(ballots, max_size=6)), total * 50


def runoff(count: int, ballots: Ballots) -> int | None:
    """The winner by instant runoff: every ballot is rewritten without whoever has gone, and all is counted anew."""
    here, history = list(range(1, count + 1)), list[dict[int, int]]()
    while ballots:
        firsts = [ballot[0] for ballot in ballots if ballot]
        votes = {one: firsts.count(one) for one in here}
        for one in here:
            if votes[one] > len(firsts) / 2:
                return one
        # Fewest now, then fewest in the rounds before from the last back, then the one listed last.
        history.insert(0, votes)
        gone = min(here, key=lambda one: ([had[one] for had in history], -one))
        here.remove(gone)
        ballots = [tuple(one for one in ballot if one != gone) for ballot in ballots]
    return None


def most_paid(cost: int, purses: Sequence[Fraction]) -> Fraction:
    """The smallest most at which min(purse, most) adds up to the cost, looked for among all who may be at their end."""
    for broke in range(len(purses)):
        for poor in combinations(range(len(purses)), broke):
            most = (cost - sum((purses[one] for one in poor), Fraction(0))) / (len(purses) - broke)
            if sum(min(purse, most) for purse in purses) == cost:
                return most
    raise AssertionError


def shares(projects: Iterable[Option], ballots: Ballots, share: Fraction) -> list[int]:
    """What equal shares buy in this order, each person with a purse of their own and every project asked each time."""
    purses, waiting, bought = [share] * len(ballots), list(projects), list[int]()
    while True:
        offers = []
        for one in waiting:
            fans = [person for person, ballot in enumerate(ballots) if one.number in ballot]
            if fans and sum(purses[person] for person in fans) >= one.cost:
                most = most_paid(one.cost, [purses[person] for person in fans])
                offers.append((most / one.cost, one.cost, -len(fans), one.number, most, fans))
        if not offers:
            return bought
        *_, number, most, fans = min(offers)
        for person in fans:
            purses[person] -= min(purses[person], most)
        waiting = [one for one in waiting if one.number != number]
        bought.append(number)


def whole_budget(projects: list[Option], ballots: Ballots, total: int) -> set[int]:
    """Add1 from the first pound on, and then what fits by votes."""
    if not ballots:
        return set()
    cost = {one.number: one.cost for one in projects}
    fans = {one.number: sum(one.number in ballot for ballot in ballots) for one in projects}
    tries = []
    for raised in range(0, 20_000, 100):
        bought = set(shares(projects, ballots, Fraction(total, len(ballots)) + raised))
        if sum(cost[number] for number in bought) > total:
            break
        tries.append(bought)
        left = total - sum(cost[number] for number in bought)
        if all(cost[number] > left for number in cost if fans[number] and number not in bought):
            break
    chosen = tries[-1]
    for number in sorted(cost, key=lambda number: (-fans[number], cost[number], number)):
        if number not in chosen and fans[number] and sum(cost[one] for one in {*chosen, number}) <= total:
            chosen.add(number)
    return chosen
