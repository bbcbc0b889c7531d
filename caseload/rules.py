"""Who looks after whom in which capacity, and what that lets them read."""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import TextChoices

from caseload.models import Absence, BulkAction, Companion, Cover, FollowUp, Handover, Note, Transfer
from matching.models import Helper, Pairing, Request
from matching.rules import coordinates, may_see_story
from people.models import Area, Consent, Mandate, Person, Role
from people.queries import has_agreed
from people.rules import coordinators, helpers, may_act_for, may_delegate
from people.vocabulary import AgeGroup
from safeguarding.queries import may_be_in_contact


class Relation(TextChoices):
    """What one person is to another whose page they open; the words are what that person reads about it."""

    COORDINATOR = "coordinator", "as your coordinator"
    ADVISER = "adviser", "as your adviser"
    PEER = "peer", "as your peer"


def those_who_look_after(person: Person | AnonymousUser) -> bool:
    """Route rule: coordinators, advisers and peers."""
    return coordinators(person) or helpers(person)


def relation_of(viewer: Person, person: Person) -> Relation | None:
    """What `viewer` is to `person` now: the coordinator of their area, or whoever was given to them."""
    if viewer.pk == person.pk:
        return None
    given = set(person.looked_after_by.filter(carer=viewer, ended_at=None).values_list("kind", flat=True))
    if coordinators(viewer) and (coordinates(viewer, person) or Role.Kind.COORDINATOR in given):
        return Relation.COORDINATOR
    return next((kind for kind in (Relation.ADVISER, Relation.PEER) if kind in given), None)


def may_read_story(viewer: Person, request: Request, relation: Relation) -> bool:
    """Coordinators; and whoever is alongside the member now, if the member agreed to show it."""
    if relation is Relation.COORDINATOR:
        return may_see_story(viewer, request, consented=True)
    chosen = Pairing.objects.active().filter(request=request, helper__person=viewer)
    return may_see_story(
        viewer, request, consented=chosen.exists() and has_agreed(request.person, Consent.Purpose.STORY)
    )


def may_read_full_name(relation: Relation) -> bool:
    """Whoever is alongside somebody knows them by the name they chose, and writes to them here."""
    return relation is Relation.COORDINATOR


def may_arrange(person: Person, pairing: Pairing) -> bool:
    """Who else is alongside a member is arranged by their coordinators, and by nobody for themselves."""
    return person.pk != pairing.request.person_id and coordinates(person, pairing.request.person)


def may_answer_absence(person: Person, absence: Absence) -> bool:
    """The coordinators of whom the absent one is alongside, and theirs; nobody for themselves."""
    if person.pk == absence.helper.person_id or not coordinators(person):
        return False
    return Absence.objects.visible_to(person).filter(pk=absence.pk).exists()


def may_end_cover(person: Person, cover: Cover) -> bool:
    """The member at any time without a reason; whoever is back, whoever stands in, and the member's coordinators."""
    pairing = cover.pairing
    of_it = (pairing.request.person_id, pairing.helper.person_id, cover.helper.person_id)
    return person.pk in of_it or may_arrange(person, pairing)


def may_undo(person: Person, action: BulkAction) -> bool:
    """Whoever did it, and those who coordinate everywhere, since a colleague may be on leave."""
    return action.by_id == person.pk or person.coordinates_everywhere


def may_plan_follow_up(viewer: Person, person: Person) -> bool:
    """Coordinators; whoever is alongside somebody asks them instead."""
    return relation_of(viewer, person) is Relation.COORDINATOR


def may_see_follow_up(viewer: Person, follow_up: FollowUp) -> bool:
    return FollowUp.objects.visible_to(viewer).filter(pk=follow_up.pk).exists()


def may_write_note(viewer: Person, person: Person) -> bool:
    """Those who answer for somebody: their coordinators and advisers. A peer is alongside, and keeps no record."""
    return relation_of(viewer, person) in (Relation.COORDINATOR, Relation.ADVISER)


def may_read_notes(viewer: Person, person: Person) -> bool:
    return may_write_note(viewer, person) or (viewer.pk != person.pk and keeps_everybody_safe(viewer))


def may_keep_secret(viewer: Person, note: Note) -> bool:
    """Whoever keeps people safe, about what they can read, and never about themselves."""
    readable = Note.objects.visible_to(viewer).filter(pk=note.pk).exists()
    return keeps_everybody_safe(viewer) and note.about_id != viewer.pk and readable


def keeps_everybody_safe(person: Person) -> bool:
    return person.holds(Role.Kind.SAFEGUARDING_LEAD)


def those_who_read_notes(person: Person | AnonymousUser) -> bool:
    """Route rule: whoever looks after somebody, and whoever keeps people safe."""
    return those_who_look_after(person) or (isinstance(person, Person) and keeps_everybody_safe(person))


def may_ask_for_transfer(person: Person, other: Person) -> bool:
    """The coordinators of the area they are of; and themselves, where one looks after them."""
    if person == other:
        return other.area_id is not None
    return coordinates(person, other)


def may_answer_transfer(person: Person, transfer: Transfer) -> bool:
    """The coordinators of the area they would go to, and nobody about themselves."""
    return person.pk != transfer.person_id and _speaks_for(person, transfer.to_area_id)


def may_take_back_transfer(person: Person, transfer: Transfer) -> bool:
    """Whoever asked, and the coordinators of the area they would leave; nobody else's ask about oneself."""
    asked = transfer.asked_by_id == person.pk
    if person.pk == transfer.person_id:
        return asked
    speaks = transfer.from_area_id is not None and _speaks_for(person, transfer.from_area_id)
    return coordinators(person) and (asked or speaks)


def may_end_belonging(person: Person, other: Person, area: Area) -> bool:
    """The coordinators of the area that lets somebody go."""
    return person != other and _speaks_for(person, area.pk)


def may_make_coordinator(by: Person, person: Person, area: Area) -> bool:
    """Those who coordinate what it lies in, of grown-ups whom they coordinate for; nobody gives themselves more."""
    is_grown_up = person.is_active and person.age_group != AgeGroup.UNDER_18
    return by != person and is_grown_up and may_delegate(by, area) and person.is_coordinated_by(by)


def may_end_coordinator(by: Person, person: Person, area: Area) -> bool:
    """Those who coordinate what it lies in; and everybody for themselves, since that is less."""
    return by == person or may_delegate(by, area)


def _speaks_for(person: Person, area: int) -> bool:
    return person.coordinates_everywhere or area in person.coordinated_area_ids


def may_agree_to_handover(person: Person, handover: Handover) -> bool:
    """Who goes on with a member, and what is handed on of what was before, is theirs to decide."""
    return person.pk == handover.pairing.request.person_id


def may_write_summary(person: Person, handover: Handover) -> bool:
    """Whoever was alongside the member, until the member has chosen what is handed on."""
    is_open = handover.state in (Handover.State.ASKED, Handover.State.DONE) and handover.chosen_at is None
    return person.pk == handover.pairing.helper.person_id and is_open


def may_call_off(person: Person, handover: Handover) -> bool:
    """Whoever was asked to go on may say no too, without a penalty."""
    return person.pk == handover.helper.person_id or may_arrange(person, handover.pairing)


def may_arrange_for(person: Person, member: Person) -> bool:
    """Who is there for a member is arranged by their coordinators, and by nobody for themselves."""
    return person != member and coordinates(person, member)


def may_be_companion(person: Person, member: Person, *, kind: str, on: date) -> bool:
    """Somebody else than the lead, bound or checked by the service, and not kept apart from the member."""
    if person == member or not person.is_active or not may_be_in_contact([person.pk, member.pk]):
        return False
    if Pairing.objects.active().filter(helper__person=person, request__person=member).exists():
        return False
    if not has_role_for(person, kind):
        return False
    return kind == Companion.Kind.INTERPRETER or Helper.objects.filter(person=person, vetted_until__gte=on).exists()


def has_role_for(person: Person, kind: str) -> bool:
    """What a companion of this kind must be to the service, before and as long as they are one."""
    return person.holds(Role.Kind.INTERPRETER) if kind == Companion.Kind.INTERPRETER else helpers(person)


def kind_of_sight(companion: Companion) -> str:
    """As what a companion may open the page about the member; an interpreter needs nothing but what is said."""
    if companion.kind == Companion.Kind.INTERPRETER:
        return ""
    return Role.Kind.ADVISER if companion.person.holds(Role.Kind.ADVISER) else Role.Kind.PEER


def may_answer_companion(person: Person, companion: Companion) -> bool:
    return person.pk == companion.member_id


def may_end_companion(person: Person, companion: Companion) -> bool:
    is_theirs = person.pk == companion.person_id and companion.state == Companion.State.THERE
    return is_theirs or may_answer_companion(person, companion) or may_arrange_for(person, companion.member)


def may_speak_for(person: Person, companion: Companion) -> bool:
    """An advocate, while the member lets them."""
    is_there = person.pk == companion.person_id and companion.state == Companion.State.THERE
    return is_there and may_act_for(person, companion.member, Mandate.Act.SPEAK)
