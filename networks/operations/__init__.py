"""What can be done in networks: found, join, approve, refuse, leave, host, write, report, import."""

from networks.operations.authors import AgreeFirst, IsMuted, MayNotPost
from networks.operations.between import ask_about_details
from networks.operations.drafting import drop_draft, save_draft
from networks.operations.following import follow, tell_of_new_posts, unfollow
from networks.operations.founding import MayNotFound, NetworkNameIsTaken, found_network
from networks.operations.hosting import MayNotHost, approve_membership, make_host, refuse_membership
from networks.operations.importing import Imported, ThreadsAreFaulty, import_threads
from networks.operations.joining import AskAgainLater, LastHost, MayNotJoin, NameIsKnown, NameIsTaken, join, leave
from networks.operations.muting import CannotBeMuted, lift_muting, mute_author, mute_thread, mute_word
from networks.operations.private import begin_private, write_to_hosts
from networks.operations.reading import becomes_new, read_all, read_up_to
from networks.operations.reporting import MayNotReport, block_author, report_post
from networks.operations.screening import look_for_worries
from networks.operations.writing import ThreadIsClosed, WroteSomethingElse, begin_thread, post_reply

__all__ = [
    "AgreeFirst",
    "AskAgainLater",
    "CannotBeMuted",
    "Imported",
    "IsMuted",
    "LastHost",
    "MayNotFound",
    "MayNotHost",
    "MayNotJoin",
    "MayNotPost",
    "MayNotReport",
    "NameIsKnown",
    "NameIsTaken",
    "NetworkNameIsTaken",
    "ThreadIsClosed",
    "ThreadsAreFaulty",
    "WroteSomethingElse",
    "approve_membership",
    "ask_about_details",
    "becomes_new",
    "begin_private",
    "begin_thread",
    "block_author",
    "drop_draft",
    "follow",
    "found_network",
    "import_threads",
    "join",
    "leave",
    "lift_muting",
    "look_for_worries",
    "make_host",
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
    "write_to_hosts",
]
