"""Questions about goals and steps: what the two work on, how far it is, what a member brings along, what is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from matching.models import Pairing
from people.models import Person, StateChange
from support.machines import STEP
from support.models import Goal, Step
from support.rules import is_alongside, is_member, may_agree_to_goal, may_change_goal, may_take_steps, may_work_on

# How long before its day somebody is reminded of a step.
REMINDED_BEFORE = timedelta(days=1)


@dataclass(frozen=True)
class GoalCard:
    """A goal and how far it is; steps that were let go do not count."""

    goal: Goal
    done: int
    total: int
    next_steps: list[Step]


@dataclass(frozen=True)
class Goals:
    """The goals of a member in one place: open ones, those that were reached or let go, and those from before."""

    open: list[GoalCard]
    closed: list[GoalCard]
    from_before: list[GoalCard]

    @property
    def is_empty(self) -> bool:
        return not (self.open or self.closed or self.from_before)


@dataclass(frozen=True)
class StepLine:
    """A step, by what name whoever does it goes, and whoever last did something about it in the member's name."""

    step: Step
    whose: str
    acted: str


@dataclass(frozen=True)
class GoalPage:
    """One goal with its steps, and what the viewer may do about it."""

    card: GoalCard
    steps: list[StepLine]
    with_whom: str
    is_mine: bool
    may_agree: bool
    may_work: bool
    may_change_steps: bool
    may_take_back: bool
    # In whose name the viewer is here, if not in their own.
    acts_for: Person | None


def goals_of_two(viewer: Person, pairing: Pairing) -> Goals:
    """What the two work on; to the member also what they wanted before, and may bring along."""
    here = _with_steps(Goal.objects.visible_to(viewer).filter(pairing=pairing))
    before: list[Goal] = []
    if is_member(viewer, pairing) and pairing.state == Pairing.State.ACTIVE:
        before = [
            goal
            for goal in _with_steps(Goal.objects.filter(member=viewer))
            if goal.pairing_id != pairing.pk and goal.is_open
        ]
    return _sorted(here, before)


def goals_of(member: Person) -> Goals:
    """All of one's own, with whomever they were worked on."""
    return _sorted(_with_steps(Goal.objects.filter(member=member)), [])


def goals_counted(state: str) -> Coalesce:
    """How many goals in this state are of the pairing asked about: a number beside its row, and no words."""
    goals = Goal.objects.filter(pairing=OuterRef("pk"), state=state).order_by().values("pairing")
    return Coalesce(Subquery(goals.annotate(number=Count("pk")).values("number")), 0)


def open_goals_seen_by(viewer: Person, member: Person) -> list[GoalCard]:
    """What a member works on, as far as the viewer may see it."""
    return _sorted(_with_steps(Goal.objects.visible_to(viewer).filter(member=member)), []).open


def goals_as_they_are(pairing: Pairing) -> list[dict[str, object]]:
    """The goals worked on there, as a look back keeps them; what was only proposed is left out."""
    found = _with_steps(Goal.objects.filter(pairing=pairing).exclude(state=Goal.State.PROPOSED))
    cards = [_card(goal, list(goal.steps.all())) for goal in found]
    return [
        {"words": card.goal.words, "state": card.goal.state, "done": card.done, "total": card.total} for card in cards
    ]


def goals_for(viewer: Person) -> QuerySet[Goal]:
    return Goal.objects.visible_to(viewer).select_related("member", "proposed_by", "pairing__helper__person")


def steps_for(viewer: Person) -> QuerySet[Step]:
    return Step.objects.visible_to(viewer).select_related(
        "goal__member", "goal__proposed_by", "goal__pairing__helper__person"
    )


def goals_of_steps(steps: Iterable[int]) -> dict[int, int]:
    """By the id of each step that of its goal."""
    return dict(Step.objects.filter(pk__in=steps).values_list("pk", "goal_id"))


def goal_page_of(viewer: Person, goal: Goal) -> GoalPage:
    steps = in_order(goal.steps.select_related("done_by"))
    is_mine = may_change_goal(viewer, goal)
    works_on = may_work_on(viewer, goal)
    acted = _acted_on(steps)
    return GoalPage(
        card=_card(goal, steps),
        steps=[StepLine(step, whose_name(step, goal), acted.get(step.pk, "")) for step in steps],
        with_whom=_name_of_helper(goal),
        is_mine=is_mine,
        may_agree=may_agree_to_goal(viewer, goal),
        may_work=goal.is_open and may_take_steps(viewer, goal),
        may_change_steps=works_on,
        may_take_back=not is_mine and goal.state == Goal.State.PROPOSED and goal.proposed_by == viewer,
        acts_for=None if works_on else goal.member,
    )


def _acted_on(steps: Iterable[Step]) -> dict[int, str]:
    """By step whoever did the last thing about it, where it was in the member's name: "Olwen for Ada"."""
    history = StateChange.objects.filter(machine=STEP.name, subject__in=[step.pk for step in steps])
    last = {change.subject: change for change in history.select_related("by", "in_name_of").order_by("at", "pk")}
    return {step: change.who for step, change in last.items() if change.in_name_of}


def in_order(steps: Iterable[Step]) -> list[Step]:
    """What is to do comes first, by its day; what has none comes after."""
    return sorted(steps, key=lambda step: (step.state != Step.State.OPEN, step.by_when or date.max, step.pk))


def whose_name(step: Step, goal: Goal) -> str:
    """Whoever does it, by name; once nobody is alongside, what was somebody else's is nobody's in particular."""
    helper = _name_of_helper(goal)
    if step.whose == Step.Whose.MEMBER or (step.whose == Step.Whose.BOTH and not helper):
        return str(goal.member)
    if step.whose == Step.Whose.HELPER:
        return helper
    return f"{goal.member} and {helper}"


def goal_to_bring(member: Person, pk: int) -> Goal | None:
    """One of the member's own, wherever it was worked on before."""
    return goals_for(member).filter(member=member, pk=pk).first()


def steps_to_remind_of(today: date) -> QuerySet[Step]:
    """Open steps of goals that are worked on whose day is tomorrow or today, and of which nobody was reminded yet."""
    return Step.objects.filter(
        state=Step.State.OPEN,
        goal__state=Goal.State.ACTIVE,
        reminded_at=None,
        by_when__range=(today, today + REMINDED_BEFORE),
    ).select_related("goal__member", "goal__pairing__helper__person")


def those_who_do(step: Step) -> list[Person]:
    """Whose step it is, as far as they are there now."""
    goal = step.goal
    people = [goal.member] if step.whose != Step.Whose.HELPER else []
    if goal.pairing and step.whose != Step.Whose.MEMBER and is_alongside(goal.pairing.helper.person, goal):
        people.append(goal.pairing.helper.person)
    return people


def _name_of_helper(goal: Goal) -> str:
    pairing = goal.pairing
    return str(pairing.helper.person) if pairing and pairing.state == Pairing.State.ACTIVE else ""


def _with_steps(goals: QuerySet[Goal]) -> QuerySet[Goal]:
    return goals.prefetch_related("steps")


def _sorted(here: Iterable[Goal], before: Iterable[Goal]) -> Goals:
    cards = [_card(goal, list(goal.steps.all())) for goal in here]
    return Goals(
        open=[card for card in cards if card.goal.is_open],
        closed=[card for card in cards if not card.goal.is_open],
        from_before=[_card(goal, list(goal.steps.all())) for goal in before],
    )


def _card(goal: Goal, steps: list[Step]) -> GoalCard:
    return GoalCard(
        goal=goal,
        done=sum(step.state == Step.State.DONE for step in steps),
        total=sum(step.state != Step.State.LET_GO for step in steps),
        next_steps=[step for step in in_order(steps) if step.state == Step.State.OPEN][:2],
    )
