"""What those who moderate a place are told of each other's doing: never another name than the one they know."""

from django.utils.formats import date_format
from django.utils.timezone import localtime

from people.models import Person, StateChange
from people.rules import those_who_keep_people_safe
from safeguarding.models import Concern


def known_as(person: Person | None, viewer: Person) -> str:
    """Who did something: by name for those who keep people safe, since a moderator has another name in their place."""
    if person is None:
        return "Somebody who has left"
    if person == viewer:
        return "You"
    if those_who_keep_people_safe(viewer):
        return person.chosen_name
    return "Somebody who keeps people safe" if those_who_keep_people_safe(person) else "Another moderator"


def who_has_it(concern: Concern, viewer: Person) -> str:
    """Why one cannot take or close this now, in plain words: who has it, and since when."""
    if concern.state != Concern.State.TAKEN:
        return "Nobody has taken this concern yet. Take it first."
    changes = StateChange.objects.filter(machine="safeguarding.concern", subject=concern.pk, after=concern.state)
    since = changes.values_list("at", flat=True).first()
    when = f", since {date_format(localtime(since), 'j F, H:i')}" if since else ""
    verb = "are" if concern.taken_by == viewer else "is"
    return f"{known_as(concern.taken_by, viewer)} {verb} looking into this{when}."
