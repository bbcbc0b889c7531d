"""Who may do what with people, and the rules that routes of every app declare."""

from django.contrib.auth.models import AnonymousUser

from people.models import Area, Mandate, Person, Role

# Checked and bound by the service, so that age keeps nobody apart from them.
PROFESSIONALS = (
    Role.Kind.ADVISER,
    Role.Kind.COORDINATOR,
    Role.Kind.INTERPRETER,
    Role.Kind.REFERRER,
    Role.Kind.SAFEGUARDING_LEAD,
)


def anyone(person: Person | AnonymousUser) -> bool:
    return True


def signed_in(person: Person | AnonymousUser) -> bool:
    return person.is_authenticated


def coordinators(person: Person | AnonymousUser) -> bool:
    return isinstance(person, Person) and person.holds(Role.Kind.COORDINATOR)


def helpers(person: Person | AnonymousUser) -> bool:
    """Advisers and peers."""
    return isinstance(person, Person) and person.holds(Role.Kind.ADVISER, Role.Kind.PEER)


def those_who_refer(person: Person | AnonymousUser) -> bool:
    return isinstance(person, Person) and person.holds(Role.Kind.REFERRER, Role.Kind.ADVISER, Role.Kind.COORDINATOR)


def those_who_keep_people_safe(person: Person | AnonymousUser) -> bool:
    return isinstance(person, Person) and person.holds(Role.Kind.COORDINATOR, Role.Kind.SAFEGUARDING_LEAD)


def may_act_for(person: Person, other: Person, act: str) -> bool:
    """Whoever the other lets do this in their name, now."""
    return Mandate.objects.current().filter(holder=person, person=other, act=act).exists()


def may_say_area(person: Person) -> bool:
    """Where somebody lives is theirs to say until an area looks after them; from then on two areas agree on it."""
    return person.area_id is None or not person.current_roles


def may_arrange_area(person: Person, area: Area) -> bool:
    """Who coordinates it, or what it lies in."""
    return person.coordinates_everywhere or area.pk in person.coordinated_area_ids


def may_add_area_below(person: Person, area: Area | None) -> bool:
    """Inside one's own areas; a new service is for those who coordinate everywhere."""
    return person.coordinates_everywhere if area is None else may_arrange_area(person, area)


def may_delegate(person: Person, area: Area) -> bool:
    """Who coordinates an area is said by who coordinates what it lies in; of a service by those for everywhere."""
    return may_add_area_below(person, area.parent)


def may_move_area(person: Person, area: Area, below: Area | None) -> bool:
    """Out of and into what one coordinates: where one's own area lies is for those above to say."""
    return may_add_area_below(person, area.parent) and may_add_area_below(person, below)
