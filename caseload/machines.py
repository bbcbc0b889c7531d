"""How things of a caseload move from state to state."""

from caseload.models import Cover, FollowUp
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
