"""What people choose to hear, how and when; and how they stop e-mails from the mail itself."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from messaging.models import Channel, NoticeChoice, NoticeHours
from messaging.queries.notices import MAILS, grid_of
from messaging.stopping import ALL, DAILY
from people.models import Consent, Person
from people.operations import give_consent, withdraw_consent


@transaction.atomic
def choose_notices(
    *,
    by: Person,
    wanted: Mapping[tuple[str, str], bool],
    quiet_from: int | None,
    quiet_until: int | None,
    daily_at: int,
) -> None:
    """Keep what somebody wants by kind and channel, and their hours. What they did not change is not written down."""
    before = grid_of(by)
    _keep(by, {place: is_wanted for place, is_wanted in wanted.items() if before[place] != is_wanted})
    NoticeHours.objects.update_or_create(
        person=by, defaults={"quiet_from": quiet_from, "quiet_until": quiet_until, "daily_at": daily_at}
    )


def _keep(person: Person, wanted: Mapping[tuple[str, str], bool]) -> None:
    NoticeChoice.objects.bulk_create(
        [
            NoticeChoice(person=person, kind=kind, channel=channel, is_wanted=is_wanted)
            for (kind, channel), is_wanted in wanted.items()
        ],
        update_conflicts=True,
        unique_fields=["person", "kind", "channel"],
        update_fields=["is_wanted"],
    )


@transaction.atomic
def stop_mails(*, person: Person, scope: str, at: datetime) -> None:
    """End the e-mails of one kind, the daily one, or all of them. Doing it twice changes nothing."""
    if scope == ALL:
        withdraw_consent(by=person, purpose=Consent.Purpose.EMAIL, at=at)
    elif scope == DAILY:
        _keep(person, {place: False for place in grid_of(person) if place[1] == Channel.DIGEST})
    else:
        _keep(person, {(scope, channel): False for channel in MAILS})


@transaction.atomic
def start_mails(*, person: Person, scope: str, at: datetime) -> None:
    """The way back: e-mails are agreed to again, and those of this scope are wanted."""
    give_consent(by=person, purpose=Consent.Purpose.EMAIL, at=at)
    if scope == DAILY:
        _keep(person, {place: True for place in grid_of(person) if place[1] == Channel.DIGEST})
    elif scope != ALL:
        _keep(person, {(scope, Channel.EMAIL.value): True})
