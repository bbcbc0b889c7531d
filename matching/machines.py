"""How requests, helpers, rounds, proposals, publications and pairings move from state to state."""

from matching.models import Helper, Pairing, Proposal, Publication, Request, Round
from matching.models.job import Job
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

# A worker that dies while it begins leaves a job that is still queued, so only what runs can fail.
OF_A_JOB: dict[str, list[str]] = {
    Job.State.QUEUED: [Job.State.RUNNING, Job.State.CANCELLED],
    Job.State.RUNNING: [Job.State.DONE, Job.State.CANCELLED, Job.State.FAILED],
    Job.State.DONE: [],
    Job.State.CANCELLED: [],
    Job.State.FAILED: [],
}

ROUND = Machine(name="matching.round", start=Round.State.QUEUED, moves=OF_A_JOB)

PUBLICATION = Machine(name="matching.publication", start=Publication.State.QUEUED, moves=OF_A_JOB)

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
    moves={
        Pairing.State.ACTIVE: [Pairing.State.ENDED, Pairing.State.TAKEN_BACK],
        # Only where what followed it is taken back.
        Pairing.State.ENDED: [Pairing.State.ACTIVE],
        Pairing.State.TAKEN_BACK: [],
    },
)
