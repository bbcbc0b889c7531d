"""Who may do what in matching."""

from django.contrib.auth.models import AnonymousUser

from matching.models import Helper, Pairing, Proposal, Publication, Request, Round
from people.models import Area, Consent, Person
from people.queries import has_agreed
from people.rules import coordinators


def may_answer(person: Person, thing: Request | Helper) -> bool:
    """What somebody asks or offers is theirs to say and to send."""
    return thing.person_id == person.pk


def may_still_change(request: Request) -> bool:
    """Answers may change until there are offers made of them."""
    return request.state in (Request.State.DRAFT, Request.State.WAITING)


def may_run_round(person: Person, area: Area | None) -> bool:
    """A round over all areas is for those who coordinate everywhere."""
    return person.coordinates_everywhere or (area is not None and area.pk in person.coordinated_area_ids)


def may_cancel_round(person: Person, round: Round) -> bool:
    """Those who could have started it, whoever did."""
    return may_run_round(person, round.area)


def may_stop_publication(person: Person, publication: Publication) -> bool:
    """Whoever began it, and those who could have started the round."""
    return person == publication.by or may_cancel_round(person, publication.round)


def may_check_round(person: Person, round: Round) -> bool:
    """The files of a round hold everybody in it, so they are for those who coordinate all of them."""
    return may_run_round(person, round.area)


def may_change_weights(person: Person | AnonymousUser) -> bool:
    """The weights hold for every area, so they are changed by those who coordinate everywhere."""
    return isinstance(person, Person) and person.coordinates_everywhere


def may_change_checks(person: Person | AnonymousUser) -> bool:
    """What is asked of helpers holds for every area, too."""
    return isinstance(person, Person) and person.coordinates_everywhere


def may_import_into(person: Person, area: Area | None) -> bool:
    """Coordinators, into their own areas; who is of no area yet is visible to each of them."""
    return may_run_round(person, area) or (area is None and coordinators(person))


def may_decide_on_proposal(person: Person, proposal: Proposal) -> bool:
    """The coordinators of the member, and nobody about themselves."""
    member, helper = proposal.request.person, proposal.helper.person
    return person not in (member, helper) and coordinates(person, member)


def may_check_helper(person: Person, helper: Helper) -> bool:
    return person != helper.person and coordinates(person, helper.person)


def may_choose(person: Person, proposal: Proposal) -> bool:
    return proposal.request.person_id == person.pk


def may_decline_as_helper(person: Person, proposal: Proposal) -> bool:
    return proposal.helper.person_id == person.pk


def may_read_story_before(person: Person, proposal: Proposal) -> bool:
    """The helper of an open offer, if the member agreed to show it before they choose."""
    is_offered = proposal.state == Proposal.State.OFFERED and proposal.helper.person_id == person.pk
    return is_offered and has_agreed(proposal.request.person, Consent.Purpose.STORY)


def may_see_story(person: Person, request: Request, *, consented: bool) -> bool:
    """The member; their coordinators; and the person suggested, if the member agreed to that."""
    return person.pk == request.person_id or coordinates(person, request.person) or consented


def may_end_pairing(person: Person, pairing: Pairing) -> bool:
    member, helper = pairing.request.person, pairing.helper.person
    return person in (member, helper) or coordinates(person, member)


def may_hand_over(person: Person, pairing: Pairing, helper: Helper) -> bool:
    """The member, and their coordinators; nobody gives a member to themselves."""
    member = pairing.request.person
    return person == member or (person != helper.person and coordinates(person, member))


def coordinates(person: Person, other: Person) -> bool:
    """Whether `person` is a coordinator of an area `other` is of; no area yet is everybody's."""
    return other.is_coordinated_by(person)
