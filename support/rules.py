"""Who may do what inside a pairing."""

from matching.models import Pairing
from people.models import Person


def takes_part(person: Person, pairing: Pairing) -> bool:
    """The member and whoever is alongside them; what they do together is theirs, also once it has ended."""
    return person.pk in (pairing.request.person_id, pairing.helper.person_id)


def is_member(person: Person, pairing: Pairing) -> bool:
    return person.pk == pairing.request.person_id
