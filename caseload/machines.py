"""How things of a caseload move from state to state."""

from caseload.models import Cover, FollowUp, Transfer
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
