"""Questions about blocks of sessions: how much of one was held, is booked and is left."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet, Sum

from matching.models import Pairing
from people.models import Person
from support.models import Appointment, SessionBlock


@dataclass(frozen=True)
class BlockLine:
    """A block with the minutes of its appointments; what did not take place counts for nothing."""

    block: SessionBlock
    held: int
    booked: int

    @property
    def left(self) -> int:
        """What has neither been held nor is booked."""
        return max(0, self.block.minutes - self.held - self.booked)


def blocks_of(pairing: Pairing) -> list[BlockLine]:
    """All of two people's, those that are open first."""
    return _lines(SessionBlock.objects.filter(pairing=pairing).order_by("closed_at", "begun_at", "pk"))


def block_line(block: SessionBlock) -> BlockLine:
    [line] = _lines(SessionBlock.objects.filter(pk=block.pk))
    return line


def minutes_left(block: SessionBlock) -> int:
    return block_line(block).left


def open_blocks_of(pairing: Pairing) -> QuerySet[SessionBlock]:
    return SessionBlock.objects.open().filter(pairing=pairing)


def block_for(viewer: Person, pk: int) -> SessionBlock | None:
    """A block of a pairing in which the viewer takes part themselves."""
    mine = Q(pairing__request__person=viewer) | Q(pairing__helper__person=viewer)
    blocks = SessionBlock.objects.select_related("pairing__request__person", "pairing__helper__person")
    return blocks.filter(mine, pk=pk).first()


def sessions_of(block: SessionBlock, viewer: Person) -> QuerySet[Appointment]:
    """The viewer's own appointments of it by time, without those that were cancelled."""
    found = block.appointments.visible_to(viewer).exclude(state=Appointment.State.CANCELLED)
    return found.select_related("member", "helper").order_by("begins_at", "pk")


def _lines(blocks: QuerySet[SessionBlock]) -> list[BlockLine]:
    """In two statements, however many there are."""
    found = list(blocks)
    states = Appointment.State
    counted = (
        Appointment.objects.filter(block__in=found, state__in=[states.HELD, states.BOOKED])
        .order_by()
        .values_list("block", "state")
        .annotate(sum=Sum("minutes"))
    )
    minutes = {(block, state): total for block, state, total in counted}
    return [
        BlockLine(block, held=minutes.get((block.pk, states.HELD), 0), booked=minutes.get((block.pk, states.BOOKED), 0))
        for block in found
    ]
