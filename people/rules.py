"""Who may do what with people, and the rules that routes of every app declare."""

from django.contrib.auth.models import AnonymousUser

from people.models import Person, Role

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
