"""Who may do what inside a pairing."""

from django.contrib.auth.models import AnonymousUser

from matching.models import Pairing
from people.models import Area, Mandate, Person
from people.rules import may_act_for
from support.models import Budget, Goal, Spending


def takes_part(person: Person, pairing: Pairing) -> bool:
    """The member and whoever is alongside them; what they do together is theirs, also once it has ended."""
    return person.pk in (pairing.request.person_id, pairing.helper.person_id)


def is_member(person: Person, pairing: Pairing) -> bool:
    return person.pk == pairing.request.person_id


def the_two(pairing: Pairing) -> tuple[Person, Person]:
    """The member, and whoever is alongside them."""
    return pairing.request.person, pairing.helper.person


def may_write_template(person: Person, area: Area | None) -> bool:
    """The words for an area are its coordinators' to write; those for everywhere, who coordinates everywhere."""
    return person.coordinates_everywhere or (area is not None and area.pk in person.coordinated_area_ids)


def is_alongside(person: Person, goal: Goal) -> bool:
    """Whoever is alongside the member now, where the goal is worked on."""
    pairing = goal.pairing
    return pairing is not None and pairing.state == Pairing.State.ACTIVE and pairing.helper.person_id == person.pk


def may_change_goal(person: Person, goal: Goal) -> bool:
    """A goal is its member's."""
    return goal.member_id == person.pk


def may_work_on(person: Person, goal: Goal) -> bool:
    """Both agree on what they want to reach, and in which words."""
    return may_change_goal(person, goal) or is_alongside(person, goal)


def may_take_steps(person: Person, goal: Goal) -> bool:
    """Both add steps and say what is done; and whoever the member lets do that in their name."""
    return may_work_on(person, goal) or may_act_for(person, goal.member, Mandate.Act.STEPS)


def may_agree_to_goal(person: Person, goal: Goal) -> bool:
    """The other of the two; a member whom nobody is alongside agrees with themselves."""
    if goal.state != Goal.State.PROPOSED or not may_work_on(person, goal):
        return False
    is_alone = goal.pairing is None or goal.pairing.state != Pairing.State.ACTIVE
    return is_alone or goal.proposed_by_id != person.pk


def may_check_in(person: Person, pairing: Pairing) -> bool:
    """The member, while somebody is alongside them."""
    return is_member(person, pairing) and pairing.state == Pairing.State.ACTIVE


def may_change_check_in_rule(person: Person | AnonymousUser) -> bool:
    """The rule holds for everybody, so it is changed by those who coordinate everywhere."""
    return isinstance(person, Person) and person.coordinates_everywhere


def may_meet(person: Person, pairing: Pairing) -> bool:
    """Either of the two books, moves and cancels, as long as they are alongside each other.

    So does whoever the member lets do it in their name.
    """
    if pairing.state != Pairing.State.ACTIVE:
        return False
    return takes_part(person, pairing) or may_act_for(person, pairing.request.person, Mandate.Act.APPOINTMENTS)


def may_choose_any_time(person: Person, pairing: Pairing) -> bool:
    """Whoever helps knows their own diary; the member chooses among what is offered."""
    return person.pk == pairing.helper.person_id


def may_agree_on_hours(person: Person, pairing: Pairing) -> bool:
    """Who helps keeps what was agreed for the member, while they are alongside each other."""
    return may_choose_any_time(person, pairing) and pairing.state == Pairing.State.ACTIVE


def may_spend(person: Person, budget: Budget) -> bool:
    """The two of it, while it is agreed and they are alongside each other."""
    is_open = budget.state == Budget.State.AGREED and budget.pairing.state == Pairing.State.ACTIVE
    return is_open and takes_part(person, budget.pairing)


def may_decide_on_budget(person: Person, budget: Budget) -> bool:
    """The coordinators of the member, and nobody for themselves, nor about what they proposed."""
    is_other = not takes_part(person, budget.pairing) and budget.proposed_by_id != person.pk
    return is_other and budget.pairing.request.person.is_coordinated_by(person)


def may_decide_on_spending(person: Person, spending: Spending) -> bool:
    """The same, and never about what they entered while they were alongside the member."""
    return may_decide_on_budget(person, spending.budget) and spending.entered_by_id != person.pk
