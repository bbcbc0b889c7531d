"""Verbs of the house agreement: a host changes it, and everybody agrees anew."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from messaging.models import Notice
from messaging.operations import write_notice
from networks.models import Agreement, Membership, Network
from networks.operations.hosting import MayNotHost
from networks.operations.joining import AgreementHasChanged
from networks.rules import may_host
from people.models import Person


class NothingIsNew(ValidationError):
    """Nobody is asked to agree anew to the same words."""


@transaction.atomic
def change_agreement(*, by: Person, network: Network, text: str, why: str, version: int, at: datetime) -> Agreement:
    """Let another version follow the one that was read as `version`, and ask every member to agree to it.

    Raises `AgreementHasChanged` where another host was quicker. Whoever writes it agrees to it thereby; every
    other member is told by a notice, and only reads until they agree.
    """
    if not may_host(by, network):
        raise MayNotHost("Hosts change the house agreement.")
    locked = Network.objects.select_for_update(no_key=True).get(pk=network.pk)
    if locked.agreement_version != version:
        raise AgreementHasChanged
    if text == locked.agreement:
        raise NothingIsNew({"text": "This is the agreement as it is. Change it, or leave it as it is."})
    writer = locked.memberships.get(person=by)
    locked.agreement, locked.agreement_version = text, version + 1
    locked.save(update_fields=["agreement", "agreement_version"])
    written = Agreement.objects.create(
        network=locked, version=version + 1, text=text, why=why, changed_by=writer, begins_at=at
    )
    locked.memberships.filter(pk=writer.pk).update(agreed_version=written.version)
    for membership in locked.memberships.current().exclude(pk=writer.pk).select_related("person"):
        _tell(membership, at)
    network.refresh_from_db(fields=["agreement", "agreement_version"])
    return written


def agree(*, by: Person, membership: Membership, version: int) -> None:
    """Agree to the version that was read; raises `AgreementHasChanged` where there is another one by now.

    One statement asks and writes. Should the agreement change at the same moment, what is written is what was read,
    and they are asked again.
    """
    mine = Membership.objects.current().filter(pk=membership.pk, person=by)
    if not mine.filter(network__agreement_version=version).update(agreed_version=version):
        raise AgreementHasChanged
    membership.agreed_version = version


def _tell(membership: Membership, at: datetime) -> None:
    # The address is that of their own part, which names no network either.
    write_notice(
        person=membership.person,
        kind=Notice.Kind.NETWORKS,
        subject="A house agreement has changed",
        body="In a network you are in, the hosts have changed what members promise each other. You read on as before;"
        " to write there again, read it and agree to it.",
        path=reverse("agree", args=[membership.pk]),
        at=at,
    )
