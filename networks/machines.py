"""How a membership moves from state to state."""

from networks.models import Membership
from people.states import Machine

# Every way in begins by asking; an open network answers at once.
MEMBERSHIP = Machine(
    name="networks.membership",
    start=Membership.State.ASKED,
    moves={
        Membership.State.ASKED: [
            Membership.State.JOINED,
            Membership.State.REFUSED,
            Membership.State.LEFT,
        ],
        Membership.State.JOINED: [Membership.State.LEFT],
        Membership.State.REFUSED: [Membership.State.ASKED],
        Membership.State.LEFT: [Membership.State.ASKED],
    },
)
