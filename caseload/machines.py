"""How covers move from state to state."""

from caseload.models import Cover
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
