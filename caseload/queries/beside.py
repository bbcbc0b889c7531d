"""What there is beside a pairing for one of its two: who stands in, who goes on, who is there too."""

from collections.abc import Iterator

from django.db.models import Q
from django.template.defaultfilters import date as in_words
from django.urls import reverse

from caseload.models import Companion, Cover, Handover
from caseload.queries.companions import companions_of
from caseload.queries.covers import covers_for
from caseload.queries.handovers import handovers_for
from matching.models import Pairing
from people.models import Person
from support.beside import Beside


def beside_two(viewer: Person, pairing: Pairing) -> Iterator[Beside]:
    """As each of the two may know of it: what is so now or waits for an answer, and with whom it goes on."""
    is_member = viewer.pk == pairing.request.person_id
    for cover in covers_for(viewer).open().filter(pairing=pairing):
        yield _cover(cover, is_member=is_member)
    of_the_two = Q(pairing=pairing, state__in=[Handover.State.ASKED, Handover.State.DONE]) | Q(after=pairing)
    for handover in handovers_for(viewer).filter(of_the_two).order_by("pk"):
        yield _handover(handover, pairing, is_member=is_member)
    if pairing.state == Pairing.State.ACTIVE:
        for companion in companions_of(pairing.request.person, viewer).order_by("pk"):
            yield _companion(companion, is_member=is_member)


def _cover(cover: Cover, *, is_member: bool) -> Beside:
    return Beside(
        words=f"{cover.helper} stands in for {cover.pairing.helper if is_member else 'you'}",
        link=reverse("cover", args=[cover.pk]),
        when=f"{in_words(cover.from_on, 'j F')} to {in_words(cover.until_on, 'j F')}",
    )


def _handover(handover: Handover, pairing: Pairing, *, is_member: bool) -> Beside:
    member, helper = handover.pairing.request.person, handover.helper
    if handover.state == Handover.State.ASKED:
        words = f"Would you go on with {helper}?" if is_member else f"{helper} may go on with {member} for you"
    elif handover.after_id == pairing.pk:
        words = f"What you hand on to {helper}" if is_member else f"What {member} has handed on"
    else:
        words = f"{helper} goes on with {'you' if is_member else member}"
    return Beside(words, reverse("handover", args=[handover.pk]))


def _companion(companion: Companion, *, is_member: bool) -> Beside:
    if companion.state == Companion.State.ASKED:
        words = f"Would you like {companion.person} there too?"
    else:
        whose = "your" if is_member else f"{companion.member}’s"
        words = f"{companion.person} is {whose} {companion.get_kind_display().lower()}"
    return Beside(words, reverse("companion", args=[companion.pk]))
