"""How what two people do together moves from state to state."""

from people.states import Machine
from support.models import Agreement

AGREEMENT = Machine(
    name="support.agreement",
    start=Agreement.State.PROPOSED,
    moves={
        Agreement.State.PROPOSED: [Agreement.State.IN_FORCE, Agreement.State.WITHDRAWN],
        Agreement.State.IN_FORCE: [Agreement.State.REPLACED],
        Agreement.State.REPLACED: [],
        Agreement.State.WITHDRAWN: [],
    },
)
