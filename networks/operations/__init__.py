"""What can be done in networks: found, join, invite, agree, approve, refuse, leave, host, write, report, import."""

from networks.operations.agreeing import NothingIsNew, agree, change_agreement
from networks.operations.asking import (
    HasNoPart,
    ask_or_offer,
    finish_ask,
    let_go_of_asks,
    open_again,
    say_yes,
    withdraw_ask,
)
from networks.operations.attending import HasNotBegun, MayNotSay, give_feedback, note_attendance
from networks.operations.authors import AgreeFirst, IsMuted, MayNotPost
from networks.operations.between import ask_about_details
from networks.operations.changing import (
    MayNotChange,
    change_words,
    edit_post,
    hold_post,
    take_back_post,
    withdraw_words,
)
from networks.operations.closing import FEWEST_SHOWN, close_decision, close_decisions
from networks.operations.deciding import Choice, MayNotDecide, open_decision, tell_what_changed, withdraw_decision
from networks.operations.digesting import choose_digest, send_digests
from networks.operations.drafting import drop_draft, save_draft
from networks.operations.first_look import (
    ANSWERED,
    MayNotLook,
    has_become_visible,
    hide_instead,
    let_through,
    remind_of_waiting_posts,
)
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
from networks.operations.importing_tables import MayNotImport, import_table, read_threads
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
from networks.operations.keeping import (
    Arrangement,
    EnoughIsPinned,
    MayNotArrange,
    TooManyTags,
    arrange_thread,
    note_sensitive,
    solve_thread,
)
from networks.operations.links import look_at_links, remind_of_reviews
from networks.operations.mentioning import tell_mentioned
from networks.operations.muting import CannotBeMuted, lift_muting, mute_author, mute_thread, mute_word
from networks.operations.objecting import NotAProposal, ObjectsAlready, object_to, withdraw_objection
from networks.operations.petitioning import MayNotAnswer, answer_petition
from networks.operations.picturing import GivenPictures, TooManyPictures
from networks.operations.places import MayNotCome, TooLate, give_up_all_places, give_up_place, take_place
from networks.operations.planning import (
    MOST_PLACES,
    MOST_SESSIONS,
    Facts,
    MayNotLead,
    NotAsPlanned,
    cancel_event,
    change_event,
    change_session,
    plan_event,
)
from networks.operations.private import begin_private, write_to_hosts
from networks.operations.reacting import MayNotReact, NoSuchReaction, react_to_post
from networks.operations.reading import becomes_new, read_all, read_up_to
from networks.operations.reminding import remind
from networks.operations.reporting import MayNotReport, block_author, report_name, report_post, report_resource
from networks.operations.resources import (
    ChangedMeanwhile,
    change_resource,
    put_back_resource,
    remove_resource,
    restore_version,
    review_resource,
    write_resource,
)
from networks.operations.screening import look_for_worries
from networks.operations.settling import change_network
from networks.operations.standing_in import tell_of_networks_left_alone
from networks.operations.taking_effect import end_effect, let_take_effect
from networks.operations.voting import (
    BallotIsFaulty,
    MayNotVote,
    VotedAlready,
    VotingIsOver,
    cast_vote,
    sign_petition,
    take_back_signature,
)
from networks.operations.writing import ThreadIsClosed, WroteSomethingElse, begin_thread, post_reply

__all__ = [
    "ANSWERED",
    "FEWEST_SHOWN",
    "MOST_PLACES",
    "MOST_SESSIONS",
    "AgreeFirst",
    "AgreementHasChanged",
    "Arrangement",
    "AskAgainLater",
    "BallotIsFaulty",
    "CannotBeMuted",
    "ChangedMeanwhile",
    "Choice",
    "EnoughIsPinned",
    "Facts",
    "GivenPictures",
    "HasNoPart",
    "HasNotBegun",
    "Imported",
    "InvitationIsOver",
    "IsMuted",
    "LastHost",
    "MayNotAnswer",
    "MayNotArrange",
    "MayNotChange",
    "MayNotCome",
    "MayNotDecide",
    "MayNotFound",
    "MayNotHost",
    "MayNotImport",
    "MayNotJoin",
    "MayNotLead",
    "MayNotLook",
    "MayNotPost",
    "MayNotReact",
    "MayNotReport",
    "MayNotSay",
    "MayNotVote",
    "NameIsKnown",
    "NameIsTaken",
    "NetworkNameIsTaken",
    "NoSuchReaction",
    "NotAProposal",
    "NotAsPlanned",
    "NothingIsNew",
    "ObjectsAlready",
    "ThreadIsClosed",
    "ThreadsAreFaulty",
    "TooLate",
    "TooManyPictures",
    "TooManyTags",
    "VotedAlready",
    "VotingIsOver",
    "WroteSomethingElse",
    "agree",
    "answer_petition",
    "approve_membership",
    "arrange_thread",
    "ask_about_details",
    "ask_or_offer",
    "becomes_new",
    "begin_private",
    "begin_thread",
    "block_author",
    "cancel_event",
    "cast_vote",
    "change_agreement",
    "change_event",
    "change_network",
    "change_resource",
    "change_session",
    "change_words",
    "choose_digest",
    "close_decision",
    "close_decisions",
    "drop_draft",
    "edit_post",
    "end_effect",
    "end_hosting",
    "end_leading",
    "finish_ask",
    "follow",
    "found_network",
    "give_feedback",
    "give_up_all_places",
    "give_up_place",
    "has_become_visible",
    "hide_instead",
    "hold_post",
    "import_table",
    "import_threads",
    "join",
    "join_by_invitation",
    "leave",
    "let_go_of_asks",
    "let_take_effect",
    "let_through",
    "lift_muting",
    "look_at_hosts",
    "look_at_links",
    "look_for_worries",
    "lose_parts",
    "make_host",
    "make_invitation",
    "make_leader",
    "mute_author",
    "mute_thread",
    "mute_word",
    "note_attendance",
    "note_sensitive",
    "object_to",
    "open_again",
    "open_decision",
    "plan_event",
    "post_reply",
    "put_back_resource",
    "react_to_post",
    "read_all",
    "read_threads",
    "read_up_to",
    "refuse_membership",
    "remind",
    "remind_of_reviews",
    "remind_of_waiting_posts",
    "remove_resource",
    "report_name",
    "report_post",
    "report_resource",
    "restore_version",
    "review_resource",
    "save_draft",
    "say_yes",
    "send_digests",
    "sign_petition",
    "solve_thread",
    "take_back_post",
    "take_back_signature",
    "take_place",
    "tell_mentioned",
    "tell_of_networks_left_alone",
    "tell_of_new_posts",
    "tell_what_changed",
    "unfollow",
    "withdraw_ask",
    "withdraw_decision",
    "withdraw_invitation",
    "withdraw_objection",
    "withdraw_words",
    "write_resource",
    "write_to_hosts",
]
