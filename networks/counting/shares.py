"""A sum of money for projects, given out by the method of equal shares: everybody has the same part to spend.

Peters, Pierczyński and Skowron, "Proportional Participatory Budgeting with Additive Utilities" (2021). What a project
is worth to whoever chose it is its cost. All arithmetic is exact.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from networks.counting.ballots import Ballot, Option, Result
from networks.counting.wording import in_pounds, number_of

RULE = "Method of equal shares, completed by Add1 and then by votes"
VERSION = 1
# By how much everybody's share is raised at a time: a pound.
STEP = 100


@dataclass(frozen=True, slots=True)
class Payment:
    """So many people pay this much each, in pence, as an exact fraction: "250" or "1000/3"."""

    people: int
    each: str


@dataclass(frozen=True, slots=True)
class Purchase:
    """A project that is paid for: out of its supporters' shares, or, without payments, out of what was left over."""

    option: int
    title: str
    cost: int
    supporters: int
    payments: list[Payment]
    why: str


@dataclass(frozen=True, slots=True)
class Backing:
    """How many chose a project, paid for or not."""

    option: int
    title: str
    cost: int
    supporters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetResult(Result):
    """`share` is what each had to spend in the end, an exact fraction of pence, and `raised` what Add1 had added."""

    total: int
    spent: int
    left: int
    share: str
    raised: int
    purchases: list[Purchase]
    projects: list[Backing]


@dataclass(frozen=True, slots=True)
class _Project:
    """A project with those who chose it: by group, because people who chose the same projects pay the same."""

    option: Option
    groups: list[int]
    sizes: list[int]

    @property
    def supporters(self) -> int:
        return sum(self.sizes)


def count_budget(options: Sequence[Option], ballots: Sequence[Ballot], total: int) -> BudgetResult:
    """Share the sum out equally, buy what supporters can pay together, raise the shares, and fill up by votes.

    Bought next is always the project for which its supporters pay least for what they get; of several the cheaper, then
    the one with more supporters, then the one listed first. Add1 raises every share by a pound as long as something
    more would fit and what is bought stays within the sum. What is left goes to projects by their votes.
    """
    projects = _projects(options, ballots)
    first = Fraction(total, len(ballots)) if ballots else Fraction(0)
    share, from_shares = _add1([one for one in projects if one.supporters], first, total)
    purchases = [*from_shares, *_fill_up(projects, from_shares, total)]
    spent = _cost(purchases)
    return BudgetResult(
        rule=RULE,
        version=VERSION,
        ballots=len(ballots),
        chosen=sorted(one.option for one in purchases),
        outcome=_outcome(purchases, total),
        words=_in_words(len(ballots), first, share, purchases, total) if ballots else [],
        total=total,
        spent=spent,
        left=total - spent,
        share=str(share),
        raised=int(share - first),
        purchases=purchases,
        projects=[_backing(one) for one in projects],
    )


def _projects(options: Iterable[Option], ballots: Iterable[Ballot]) -> list[_Project]:
    # Sorted, so that the order in which the ballots lie changes nothing.
    groups = sorted(Counter(tuple(sorted(set(ballot))) for ballot in ballots).items())
    return [
        _Project(
            one,
            [place for place, (group, _) in enumerate(groups) if one.number in group],
            [size for group, size in groups if one.number in group],
        )
        for one in options
    ]


def _backing(project: _Project) -> Backing:
    one = project.option
    return Backing(one.number, one.title, one.cost, project.supporters)


def _add1(liked: Sequence[_Project], share: Fraction, total: int) -> tuple[Fraction, list[Purchase]]:
    """Raise the share until nothing more fits, or the next pound would spend more than the sum; what is bought then."""
    purchases = _buy(liked, share)
    while _something_fits(liked, purchases, total):
        more = _buy(liked, share + STEP)
        if _cost(more) > total:
            break
        share, purchases = share + STEP, more
    return share, purchases


def _cost(purchases: Iterable[Purchase]) -> int:
    return sum(one.cost for one in purchases)


def _something_fits(liked: Iterable[_Project], purchases: Sequence[Purchase], total: int) -> bool:
    bought, left = {one.option for one in purchases}, total - _cost(purchases)
    return any(one.option.cost <= left for one in liked if one.option.number not in bought)


def _buy(liked: Sequence[_Project], share: Fraction) -> list[Purchase]:
    """What supporters can pay for when everybody has this share."""
    purses: defaultdict[int, Fraction] = defaultdict(lambda: share)
    waiting, purchases = [_Offer(Fraction(0), one) for one in liked], list[Purchase]()
    while True:
        waiting = _priced(waiting, purses)
        if not waiting:
            return purchases
        best = min(waiting, key=_Offer.rank)
        waiting.remove(best)
        purchases.append(_pay(best, purses))


@dataclass(frozen=True, slots=True)
class _Offer:
    """A project and the most that any of its supporters pays; before it is priced anew, at least so much."""

    most: Fraction
    project: _Project

    def rank(self) -> tuple[Fraction, int, int, int]:
        """What is paid for a pound's worth, and what decides among alike."""
        one = self.project.option
        return self.most / one.cost, one.cost, -self.project.supporters, one.number


def _priced(waiting: Iterable[_Offer], purses: Mapping[int, Fraction]) -> list[_Offer]:
    """Price anew what may be the best, and leave out what cannot be paid any more.

    Purses only get emptier, so a price never falls: what was dearer before than the best is now need not be asked.
    """
    priced, best = list[_Offer](), None
    for offer in sorted(waiting, key=_Offer.rank):
        if best is not None and offer.most / offer.project.option.cost > best:
            priced.append(offer)
        elif (most := _most(offer.project, purses)) is not None:
            priced.append(_Offer(most, offer.project))
            each = most / offer.project.option.cost
            best = each if best is None else min(best, each)
    return priced


def _most(project: _Project, purses: Mapping[int, Fraction]) -> Fraction | None:
    """What those pay who are not at the end of their purse; None where all together have too little."""
    owed, people = Fraction(project.option.cost), project.supporters
    for purse, size in sorted((purses[group], size) for group, size in zip(project.groups, project.sizes, strict=True)):
        if purse * people >= owed:
            return owed / people
        # Whoever has less than an equal part gives all they have.
        owed, people = owed - purse * size, people - size
    return None


def _pay(offer: _Offer, purses: dict[int, Fraction]) -> Purchase:
    people: Counter[Fraction] = Counter()
    for group, size in zip(offer.project.groups, offer.project.sizes, strict=True):
        payment = min(purses[group], offer.most)
        purses[group] -= payment
        people[payment] += size
    payments = [Payment(count, str(each)) for each, count in sorted(people.items(), reverse=True)]
    each = f"{in_pounds(offer.most)} each"
    if len(payments) == 1:
        why = f"paid by its {number_of(people.total(), 'supporter')}, {each}."
    else:
        some = f"{people[offer.most]} of them {each}"
        why = f"paid by its {people.total()} supporters: {some}, the others all they had left."
    one = offer.project.option
    return Purchase(one.number, one.title, one.cost, people.total(), payments, why)


def _fill_up(projects: Iterable[_Project], purchases: Sequence[Purchase], total: int) -> Iterator[Purchase]:
    """What is left buys, by votes, what still fits; of alike the cheaper, then the one listed first."""
    bought, left = {one.option for one in purchases}, total - _cost(purchases)
    liked = [one for one in projects if one.supporters and one.option.number not in bought]
    for project in sorted(liked, key=lambda one: (-one.supporters, one.option.cost, one.option.number)):
        one, supporters = project.option, project.supporters
        if one.cost <= left:
            left -= one.cost
            why = f"fits into what was left over, with {number_of(supporters, 'supporter')}."
            yield Purchase(one.number, one.title, one.cost, supporters, [], why)


def _outcome(purchases: Sequence[Purchase], total: int) -> str:
    if not purchases:
        return "Nothing is paid for: no project found enough support."
    return f"{number_of(len(purchases), 'project')} for {in_pounds(_cost(purchases))} of {in_pounds(total)}."


def _in_words(people: int, first: Fraction, share: Fraction, purchases: Sequence[Purchase], total: int) -> list[str]:
    words = [f"{in_pounds(total)} shared among {number_of(people, 'vote')} is {in_pounds(first)} each."]
    if share > first:
        words.append(f"To use more of the sum, every share was raised by {in_pounds(share - first)}.")
    words += [f"“{one.title}” for {in_pounds(one.cost)}: {one.why}" for one in purchases]
    return [*words, f"{in_pounds(total - _cost(purchases))} stays unspent."]
