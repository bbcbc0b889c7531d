"""What can be done in networks: found, join, invite, agree, approve, refuse, leave, host, write, report, import."""

from networks.operations.agreeing import NothingIsNew, agree, change_agreement
from networks.operations.authors import AgreeFirst, IsMuted, MayNotPost
from networks.operations.between import ask_about_details
from networks.operations.drafting import drop_draft, save_draft
from networks.operations.following import follow, tell_of_new_posts, unfollow
from networks.operations.founding import MayNotFound, NetworkNameIsTaken, found_network
from networks.operations.hosting import (
    MayNotHost,
    approve_membership,
    end_hosting,
    end_leading,
    look_at_hosts,
    make_host,
    make_leader,
    refuse_membership,
)
from networks.operations.importing import Imported, ThreadsAreFaulty, import_threads
from networks.operations.inviting import InvitationIsOver, join_by_invitation, make_invitation, withdraw_invitation
from networks.operations.joining import (
    AgreementHasChanged,
    AskAgainLater,
    LastHost,
    MayNotJoin,
    NameIsKnown,
    NameIsTaken,
    join,
    leave,
    lose_parts,
)
from networks.operations.muting import CannotBeMuted, lift_muting, mute_author, mute_thread, mute_word
from networks.operations.private import begin_private, write_to_hosts
from networks.operations.reading import becomes_new, read_all, read_up_to
from networks.operations.reporting import MayNotReport, block_author, report_post
from networks.operations.screening import look_for_worries
from networks.operations.settling import MayNotChange, change_network
from networks.operations.writing import ThreadIsClosed, WroteSomethingElse, begin_thread, post_reply

__all__ = [
    "AgreeFirst",
    "AgreementHasChanged",
    "AskAgainLater",
    "CannotBeMuted",
    "Imported",
    "InvitationIsOver",
    "IsMuted",
    "LastHost",
    "MayNotChange",
    "MayNotFound",
    "MayNotHost",
    "MayNotJoin",
    "MayNotPost",
    "MayNotReport",
    "NameIsKnown",
    "NameIsTaken",
    "NetworkNameIsTaken",
    "NothingIsNew",
    "ThreadIsClosed",
    "ThreadsAreFaulty",
    "WroteSomethingElse",
    "agree",
    "approve_membership",
    "ask_about_details",
    "becomes_new",
    "begin_private",
    "begin_thread",
    "block_author",
    "change_agreement",
    "change_network",
    "drop_draft",
    "end_hosting",
    "end_leading",
    "follow",
    "found_network",
    "import_threads",
    "join",
    "join_by_invitation",
    "leave",
    "lift_muting",
    "look_at_hosts",
    "look_for_worries",
    "lose_parts",
    "make_host",
    "make_invitation",
    "make_leader",
    "mute_author",
    "mute_thread",
    "mute_word",
    "post_reply",
    "read_all",
    "read_up_to",
    "refuse_membership",
    "report_post",
    "save_draft",
    "tell_of_new_posts",
    "unfollow",
    "withdraw_invitation",
    "write_to_hosts",
]
