"""How things of a caseload move from state to state."""

from caseload.models import Absence, Companion, Cover, FollowUp, Handover, Transfer
from people.states import Machine

COVER = Machine(
    name="caseload.cover",
    start=Cover.State.PLANNED,
    moves={
        Cover.State.PLANNED: [Cover.State.RUNNING, Cover.State.CALLED_OFF],
        Cover.State.RUNNING: [Cover.State.OVER],
        Cover.State.OVER: [],
        Cover.State.CALLED_OFF: [],
    },
)

ABSENCE = Machine(
    name="caseload.absence",
    start=Absence.State.ASKED,
    moves={
        Absence.State.ASKED: [Absence.State.ARRANGED, Absence.State.TAKEN_BACK],
        Absence.State.ARRANGED: [],
        Absence.State.TAKEN_BACK: [],
    },
)

# Done too early, it is opened again.
FOLLOW_UP = Machine(
    name="caseload.followup",
    start=FollowUp.State.OPEN,
    moves={FollowUp.State.OPEN: [FollowUp.State.DONE], FollowUp.State.DONE: [FollowUp.State.OPEN]},
)

TRANSFER = Machine(
    name="caseload.transfer",
    start=Transfer.State.ASKED,
    moves={
        Transfer.State.ASKED: [Transfer.State.AGREED, Transfer.State.REFUSED, Transfer.State.TAKEN_BACK],
        Transfer.State.AGREED: [],
        Transfer.State.REFUSED: [],
        Transfer.State.TAKEN_BACK: [],
    },
)

HANDOVER = Machine(
    name="caseload.handover",
    start=Handover.State.ASKED,
    moves={
        Handover.State.ASKED: [Handover.State.DONE, Handover.State.REFUSED, Handover.State.CALLED_OFF],
        # Only at once, and before anything was said or done.
        Handover.State.DONE: [Handover.State.TAKEN_BACK],
        Handover.State.REFUSED: [],
        Handover.State.CALLED_OFF: [],
        Handover.State.TAKEN_BACK: [],
    },
)

COMPANION = Machine(
    name="caseload.companion",
    start=Companion.State.ASKED,
    moves={
        Companion.State.ASKED: [Companion.State.THERE, Companion.State.REFUSED],
        Companion.State.THERE: [Companion.State.ENDED],
        Companion.State.REFUSED: [],
        Companion.State.ENDED: [],
    },
)
