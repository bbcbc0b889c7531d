"""A group in the town: Ben, somebody he is alongside and an interpreter; Dev is asked and has not come yet."""

from contextlib import suppress
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from config.demo.named import BEN
from config.demo.words.talks_together import TITLE, TURNS
from matching.models import Pairing
from messaging.models import Conversation
from messaging.operations import MayNotInvite, accept_invitation, begin_group, invite, post_message
from people.models import Person


def meet(rng: Random, staff: dict[str, Person], *, at: datetime) -> None:
    """Begin the group four days ago and let them talk; where Ben is alongside nobody yet, there is none."""
    pairing = Pairing.objects.active().filter(helper__person__email=BEN.email).order_by("began_at", "pk").first()
    if pairing is None:
        return
    ben, member, samira = pairing.helper.person, pairing.request.person, staff["Samira"]
    moment = (at - timedelta(days=4)).replace(hour=9, minute=20)
    group = begin_group(by=ben, title=TITLE, people=[member, samira], client_id=identity(rng), at=moment)
    for person in (member, samira):
        accept_invitation(by=person, conversation=group, at=moment + timedelta(minutes=4))
    for name, minutes, words in TURNS:
        moment += timedelta(minutes=minutes)
        by = {"ben": ben, "member": member, "samira": samira}[name]
        body = words.replace("{member}", str(member))
        post_message(by=by, conversation=group, client_id=identity(rng), body=body, at=moment)
    # Where Ben is alongside nobody of Dev's, he has nothing to do with him.
    with suppress(MayNotInvite):
        invite(by=ben, conversation=group, person=staff["Dev"], reads_back=False, at=moment + timedelta(days=1))
    name_alike(rng, group)


def name_alike(rng: Random, group: Conversation) -> None:
    """Lines get an identity by chance; the same seed must make the same town."""
    for line in group.messages.exclude(kind="words").order_by("seq"):
        line.client_id = identity(rng)
        line.save(update_fields=["client_id"])


def identity(rng: Random) -> UUID:
    return UUID(int=rng.getrandbits(128), version=4)
