"""How concerns and appeals move from state to state."""

from people.states import Machine
from safeguarding.models import Appeal, Concern

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

APPEAL = Machine(
    name="safeguarding.appeal",
    start=Appeal.State.OPEN,
    moves={
        Appeal.State.OPEN: [Appeal.State.UPHELD, Appeal.State.REJECTED],
        Appeal.State.UPHELD: [],
        Appeal.State.REJECTED: [],
    },
)
