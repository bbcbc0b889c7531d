"""Who may do what inside a pairing."""

from matching.models import Pairing
from people.models import Area, Person


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
