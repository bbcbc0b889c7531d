"""How a concern moves from state to state."""

from people.states import Machine
from safeguarding.models import Concern

CONCERN = Machine(
    name="safeguarding.concern",
    start=Concern.State.OPEN,
    moves={
        Concern.State.OPEN: [Concern.State.TAKEN, Concern.State.WITHDRAWN],
        Concern.State.TAKEN: [Concern.State.OPEN, Concern.State.CLOSED],
        Concern.State.CLOSED: [],
        Concern.State.WITHDRAWN: [],
    },
)
