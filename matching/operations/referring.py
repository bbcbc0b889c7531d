"""A professional prepares a request and hands over a code; the member uses it once and decides what is sent."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from matching.errors import HasAskedAlready, ReferralIsClosed
from matching.models import Referral, Request
from matching.operations.asking import ask
from people.models import Person, Topic
from people.rules import those_who_refer

# Without letters and digits that are easily taken for one another when read out over the phone.
ALPHABET = "BCDFGHJKMNPQRTVWXY346789"
CODE_LENGTH = 8
VALID_FOR = timedelta(days=60)


@transaction.atomic
def refer(*, by: Person, label: str, topics: Iterable[Topic], note: str, at: datetime) -> Referral:
    """Prepare a request for somebody who may not have an account yet."""
    if not those_who_refer(by):
        raise PermissionDenied("Only those who refer people may make a code.")
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    referral = Referral.objects.create(code=code, by=by, label=label, note=note, made_at=at, expires_at=at + VALID_FOR)
    referral.topics.set(topics)
    return referral


@transaction.atomic
def use_referral(*, by: Person, code: str, at: datetime) -> Request:
    """Turn the code into the draft request of `by`; what they have written themselves stays.

    Whoever has sent a request keeps the code: added to it, the note would be read before they could decide.
    """
    used = Referral.objects.filter(code=code, used_at=None, expires_at__gt=at).update(used_by=by, used_at=at)
    if not used:
        raise ReferralIsClosed("This code is not open. Check it, or ask for a new one.")
    referral = Referral.objects.get(code=code)
    request = ask(by=by, at=at)
    if request.state != Request.State.DRAFT:
        raise HasAskedAlready("You have asked already, so nothing was added. You can change your answers here.")
    if not request.story:
        request.story = referral.note
        request.save(update_fields=["story"])
    request.topics.add(*referral.topics.all())
    return request
