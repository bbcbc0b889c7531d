"""Makes the people of one contestant through Django, with the settings in the environment, and says who they are.

`python -m benchmarks.messengers.settling ours|plain PAIRED GROUP...` prints the town;
`python -m benchmarks.messengers.settling say TIMES` lets one of each pair say something while no server runs.
"""

import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import django
from django.utils import timezone

from .town import Size, town_of, written

BACKEND = "django.contrib.auth.backends.ModelBackend"


def ours(size: Size, at: datetime) -> str:
    """People who are signed in, in conversations of ours."""
    from messaging.operations import open_conversation  # noqa: PLC0415
    from people.models import Person  # noqa: PLC0415

    people = Person.objects.bulk_create(
        Person(chosen_name=f"Person {number}", joined_at=at) for number in range(size.people)
    )
    members = [[people[place] for place in places] for places in size.members()]
    conversations = [open_conversation(people=each, at=at).pk for each in members]
    return written(town_of(size, signed_in(people, at), conversations))


def plain(size: Size, at: datetime) -> str:
    """The same for the plain way."""
    from django.contrib.auth.models import User  # noqa: PLC0415

    from .plain.models import Conversation  # noqa: PLC0415

    people = User.objects.bulk_create(User(username=f"Person {number}") for number in range(size.people))
    conversations = Conversation.objects.bulk_create(Conversation() for _ in size.members())
    takes_part = Conversation.people.through
    takes_part.objects.bulk_create(
        takes_part(conversation_id=conversation.pk, user_id=people[place].pk)
        for conversation, places in zip(conversations, size.members(), strict=True)
        for place in places
    )
    return written(town_of(size, signed_in(people, at), [conversation.pk for conversation in conversations]))


def signed_in(people: Sequence[Any], at: datetime) -> list[str]:
    """The cookie of a session for each of these people."""
    from django.conf import settings  # noqa: PLC0415
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415
    from django.contrib.sessions.models import Session  # noqa: PLC0415

    store, backend = SessionStore(), getattr(settings, "AUTHENTICATION_BACKENDS", [BACKEND])[0]
    sessions = Session.objects.bulk_create(
        Session(
            session_key=uuid4().hex,
            session_data=store.encode(
                {
                    SESSION_KEY: str(person.pk),
                    BACKEND_SESSION_KEY: backend,
                    HASH_SESSION_KEY: person.get_session_auth_hash(),
                }
            ),
            expire_date=at + timedelta(days=1),
        )
        for person in people
    )
    return [f"sessionid={session.session_key}" for session in sessions]


def say(times: int, at: datetime) -> str:
    """Let one of each pair say something so many times, through the operation that the socket uses too."""
    from django.db.models import Count  # noqa: PLC0415

    from messaging.models import Conversation  # noqa: PLC0415
    from messaging.operations import post_message  # noqa: PLC0415

    pairs = Conversation.objects.annotate(people=Count("participants")).filter(people=2)
    for conversation in pairs.prefetch_related("participants__person"):
        by = conversation.participants.all()[0].person
        for _ in range(times):
            post_message(by=by, conversation=conversation, client_id=uuid4(), body="Said meanwhile.", at=at)
    return ""


def main(what: str, *numbers: str) -> str:
    """Set Django up, and do what these words ask for."""
    django.setup()
    first, *groups = map(int, numbers)
    if what == "say":
        return say(first, timezone.now())
    return (ours if what == "ours" else plain)(Size(first, tuple(groups)), timezone.now())


if __name__ == "__main__":
    sys.stdout.write(main(*sys.argv[1:]))
