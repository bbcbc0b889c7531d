"""How things in networks move from state to state."""

from networks.models import Ask, Decision, Event, Idea, Membership, Place, Post
from people.states import Machine

# Every way in begins by asking; an open network answers at once. A moderator's decision can be taken back.
MEMBERSHIP = Machine(
    name="networks.membership",
    start=Membership.State.ASKED,
    moves={
        Membership.State.ASKED: [
            Membership.State.JOINED,
            Membership.State.REFUSED,
            Membership.State.LEFT,
            Membership.State.BANNED,
        ],
        Membership.State.JOINED: [Membership.State.LEFT, Membership.State.REMOVED, Membership.State.BANNED],
        Membership.State.REFUSED: [Membership.State.ASKED, Membership.State.BANNED],
        Membership.State.LEFT: [Membership.State.ASKED, Membership.State.BANNED],
        Membership.State.REMOVED: [
            Membership.State.ASKED,
            Membership.State.JOINED,
            Membership.State.LEFT,
            Membership.State.BANNED,
        ],
        Membership.State.BANNED: [Membership.State.LEFT, Membership.State.REMOVED, Membership.State.JOINED],
    },
)

IDEA = Machine(
    name="networks.idea",
    start=Idea.State.ASKED,
    moves={
        Idea.State.ASKED: [Idea.State.FOUNDED, Idea.State.DECLINED, Idea.State.WITHDRAWN],
        Idea.State.FOUNDED: [],
        Idea.State.DECLINED: [],
        Idea.State.WITHDRAWN: [],
    },
)

# Most posts begin as shown; as waiting where a moderator reads first, who also reads what is edited.
POST = Machine(
    name="networks.post",
    start=Post.State.WAITING,
    moves={
        Post.State.WAITING: [Post.State.SHOWN, Post.State.HIDDEN, Post.State.WITHDRAWN],
        Post.State.SHOWN: [Post.State.WAITING, Post.State.HELD, Post.State.HIDDEN, Post.State.WITHDRAWN],
        Post.State.HELD: [Post.State.SHOWN, Post.State.HIDDEN, Post.State.WITHDRAWN],
        Post.State.HIDDEN: [Post.State.SHOWN, Post.State.HELD],
        Post.State.WITHDRAWN: [],
    },
)

ASK = Machine(
    name="networks.ask",
    start=Ask.State.OPEN,
    moves={
        Ask.State.OPEN: [Ask.State.TAKEN, Ask.State.WITHDRAWN],
        Ask.State.TAKEN: [Ask.State.OPEN, Ask.State.DONE, Ask.State.WITHDRAWN],
        Ask.State.DONE: [],
        Ask.State.WITHDRAWN: [],
    },
)

EVENT = Machine(
    name="networks.event",
    start=Event.State.PLANNED,
    moves={Event.State.PLANNED: [Event.State.CANCELLED], Event.State.CANCELLED: []},
)

PLACE = Machine(
    name="networks.place",
    start=Place.State.WAITING,
    moves={
        Place.State.WAITING: [Place.State.GOING, Place.State.GONE],
        Place.State.GOING: [Place.State.GONE],
        Place.State.GONE: [Place.State.WAITING],
    },
)

DECISION = Machine(
    name="networks.decision",
    start=Decision.State.OPEN,
    moves={
        Decision.State.OPEN: [Decision.State.CLOSED, Decision.State.WITHDRAWN],
        Decision.State.CLOSED: [Decision.State.ANSWERED],
        Decision.State.ANSWERED: [],
        Decision.State.WITHDRAWN: [],
    },
)
