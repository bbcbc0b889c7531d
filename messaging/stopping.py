"""The link by which an e-mail can be stopped without signing in: signed, and good for as long as the mail is kept."""

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from people.models import Person

# A dot, because mail programs break links at a colon.
SIGNER = Signer(salt="messaging.stopping", sep=".")
# Besides the kinds of notices, what a link can stop.
DAILY = "daily"
ALL = "all"


class NotOurs(Exception):
    """This link was not made by us."""


def stop_path(person: Person, scope: str) -> str:
    return reverse("stop_mails", args=[token_for(person, scope)])


def token_for(person: Person, scope: str) -> str:
    return SIGNER.sign_object([person.pk, scope])


def read_token(token: str) -> tuple[int, str]:
    """Whom a link is about and what it stops."""
    try:
        person, scope = SIGNER.unsign_object(token)
    except BadSignature as error:
        raise NotOurs from error
    return person, scope
