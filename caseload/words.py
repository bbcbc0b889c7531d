"""Plain words for what the database keeps as codes: what happened to somebody, and how long ago."""

from datetime import date

# The machines whose moves are told in somebody's history, to a coordinator; a machine added elsewhere shows nothing
# there until somebody has thought about who may read it.
REQUEST = "matching.request"
HELPER = "matching.helper"
PROPOSAL = "matching.proposal"
PAIRING = "matching.pairing"
TRANSFER = "caseload.transfer"
ABSENCE = "caseload.absence"
COVER = "caseload.cover"
HANDOVER = "caseload.handover"
COMPANION = "caseload.companion"
AGREEMENT = "support.agreement"
BUDGET = "support.budget"

# Those that are not, although what they move may be about somebody.
NOT_TOLD = frozenset(
    {
        # It has a list of its own on the page, and a page that notes who reads it.
        "caseload.followup",
        # What two people do together is theirs.
        "support.goal",
        "support.step",
        "support.checkin",
        "support.appointment",
        "support.stepdown",
        # Each stands in its budget, with its receipt.
        "support.spending",
        # About nobody in particular.
        "matching.round",
        "matching.publication",
    }
)

Move = tuple[str, str]

# By (before, after); `{other}` is who is on the other side of a proposal or a pairing.
HAPPENED: dict[str, dict[Move, str]] = {
    REQUEST: {
        ("", "draft"): "Began to ask for support",
        ("draft", "waiting"): "Asked for support",
        ("draft", "withdrawn"): "Stopped before asking",
        ("waiting", "choosing"): "Got offers to choose from",
        ("waiting", "withdrawn"): "Stopped asking",
        ("choosing", "waiting"): "Waits again, in the same place",
        ("choosing", "paired"): "Chose somebody",
        ("choosing", "withdrawn"): "Stopped asking",
        ("paired", "waiting"): "Waits again, in the same place",
        ("paired", "ended"): "Support ended",
    },
    HELPER: {
        ("", "draft"): "Began an offer of help",
        ("draft", "to_check"): "Offered to help",
        ("to_check", "active"): "Checks were confirmed",
        ("active", "paused"): "Paused: nobody new for now",
        ("paused", "active"): "Takes on people again",
    },
    PROPOSAL: {
        ("", "proposed"): "{other} was proposed",
        ("proposed", "offered"): "{other} was offered",
        ("proposed", "set_aside"): "The proposal of {other} was set aside",
        ("proposed", "lapsed"): "The proposal of {other} lapsed",
        ("set_aside", "proposed"): "The proposal of {other} was put back",
        ("offered", "accepted"): "The offer of {other} was accepted",
        ("offered", "declined"): "The offer of {other} was declined",
        ("offered", "no_helper"): "{other} could not take this on",
        ("offered", "lapsed"): "The offer of {other} lapsed",
    },
    PAIRING: {
        ("", "active"): "{other} is alongside from now on",
        ("active", "ended"): "Support by {other} ended",
        ("active", "taken_back"): "That {other} is alongside was undone",
        ("ended", "active"): "{other} is alongside as before",
    },
    TRANSFER: {
        ("", "asked"): "{other} was asked to look after them",
        ("asked", "agreed"): "{other} looks after them from now on",
        ("asked", "refused"): "{other} refused the transfer",
        ("asked", "taken_back"): "The transfer to {other} was taken back",
    },
    ABSENCE: {
        ("", "asked"): "Asked for cover",
        ("asked", "arranged"): "There was an answer to the asking for cover",
        ("asked", "taken_back"): "Needs no cover after all",
    },
    COVER: {
        ("", "planned"): "It was planned that somebody stands in",
        ("planned", "running"): "Somebody stands in from now on",
        ("planned", "called_off"): "Nobody is needed to stand in after all",
        ("running", "over"): "Nobody stands in any more",
    },
    HANDOVER: {
        ("", "asked"): "Was asked to go on with somebody else",
        ("asked", "done"): "Goes on with somebody else",
        ("asked", "refused"): "Did not want to go on with that person",
        ("done", "taken_back"): "That somebody else goes on was undone",
        ("asked", "called_off"): "Was not asked any more to go on with somebody else",
    },
    COMPANION: {
        ("", "asked"): "Was asked whether a companion may be there, too",
        ("asked", "there"): "Has a companion from now on",
        ("asked", "refused"): "A companion who was asked about does not come",
        ("there", "ended"): "A companion is not there any more",
    },
    AGREEMENT: {
        ("", "proposed"): "It was proposed how the two work together",
        ("proposed", "in_force"): "The two agreed how they work together",
        ("proposed", "withdrawn"): "The proposal how to work together was taken back",
        ("in_force", "replaced"): "A newer agreement follows the one before",
    },
    BUDGET: {
        ("", "proposed"): "A personal budget was proposed",
        ("proposed", "agreed"): "The personal budget was agreed",
        ("proposed", "declined"): "The personal budget was declined",
        ("agreed", "closed"): "The personal budget was closed",
    },
}

# Up to here days are counted in days, then in weeks, then in months: nobody pictures "97 days".
COUNTED_IN_DAYS = 21
COUNTED_IN_WEEKS = 13 * 7
DAYS_A_MONTH = 30.4
MOST_NAMES = 3
UNBROKEN = "\N{NO-BREAK SPACE}"


def what_happened(machine: str, move: Move, *, other: str = "") -> str:
    """Say in words what a change of state was; empty when there are no words for it."""
    return HAPPENED.get(machine, {}).get(move, "").format(other=other or "somebody")


def how_long(since: date, today: date) -> str:
    """Say how long something has lasted: "today", "1 day", "12 days", "5 weeks", "4 months"."""
    days = (today - since).days
    if days < 1:
        return "today"
    if days < COUNTED_IN_DAYS:
        return counted(days, "day")
    if days < COUNTED_IN_WEEKS:
        return counted(days // 7, "week")
    return counted(round(days / DAYS_A_MONTH), "month")


def shortened(names: list[str]) -> str:
    """The first few of a list in one line: "Housing, Sleep, and 2 more"."""
    more = len(names) - MOST_NAMES
    return ", ".join([*names[:MOST_NAMES], *([f"and {more} more"] if more > 0 else [])])


def counted(number: int, thing: str) -> str:
    """A number and its thing, which no line parts."""
    return f"{number}{UNBROKEN}{thing}{'' if number == 1 else 's'}"
