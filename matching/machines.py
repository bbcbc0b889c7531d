"""How requests, helpers, proposals and pairings move from state to state."""

from matching.models import Helper, Pairing, Proposal, Request
from people.states import Machine

REQUEST = Machine(
    name="matching.request",
    start=Request.State.DRAFT,
    moves={
        Request.State.DRAFT: [Request.State.WAITING, Request.State.WITHDRAWN],
        Request.State.WAITING: [Request.State.CHOOSING, Request.State.WITHDRAWN],
        Request.State.CHOOSING: [
            Request.State.PAIRED,
            Request.State.WAITING,
            Request.State.WITHDRAWN,
        ],
        Request.State.PAIRED: [Request.State.WAITING, Request.State.ENDED],
        Request.State.WITHDRAWN: [],
        Request.State.ENDED: [],
    },
)

HELPER = Machine(
    name="matching.helper",
    start=Helper.State.DRAFT,
    moves={
        Helper.State.DRAFT: [Helper.State.TO_CHECK],
        Helper.State.TO_CHECK: [Helper.State.ACTIVE],
        Helper.State.ACTIVE: [Helper.State.PAUSED],
        Helper.State.PAUSED: [Helper.State.ACTIVE],
    },
)

PROPOSAL = Machine(
    name="matching.proposal",
    start=Proposal.State.PROPOSED,
    moves={
        Proposal.State.PROPOSED: [
            Proposal.State.OFFERED,
            Proposal.State.SET_ASIDE,
            Proposal.State.LAPSED,
        ],
        Proposal.State.SET_ASIDE: [Proposal.State.PROPOSED],
        Proposal.State.OFFERED: [
            Proposal.State.ACCEPTED,
            Proposal.State.DECLINED,
            Proposal.State.HELPER_DECLINED,
            Proposal.State.LAPSED,
        ],
        Proposal.State.ACCEPTED: [],
        Proposal.State.DECLINED: [],
        Proposal.State.HELPER_DECLINED: [],
        Proposal.State.LAPSED: [],
    },
)

PAIRING = Machine(
    name="matching.pairing",
    start=Pairing.State.ACTIVE,
    moves={Pairing.State.ACTIVE: [Pairing.State.ENDED], Pairing.State.ENDED: []},
)
