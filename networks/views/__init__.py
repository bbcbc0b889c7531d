"""The pages of networks."""

from networks.views.about import about_network, agree, change_agreement
from networks.views.asks import asks, finish_ask, new_ask, one_ask, open_again, say_yes, withdraw_ask
from networks.views.attending import (
    attendance,
    certificate,
    event_feedback,
    event_people,
    genuine_certificate,
    give_feedback,
)
from networks.views.browsing import network, networks
from networks.views.decisions import decision, decisions, new_decision, open_decision, what_changed, withdraw_decision
from networks.views.drafts import draft, drafts
from networks.views.events import event, event_calendar, events, give_up_place, take_place
from networks.views.hosting import (
    end_hosting,
    end_leading,
    make_leader,
    membership_approval,
    membership_refusal,
    network_hosts,
    network_settings,
    new_network,
)
from networks.views.ideas import decline_idea, found_idea, idea, ideas, new_idea, withdraw_idea
from networks.views.importing import import_into_network
from networks.views.inviting import network_invitation, network_invitations, withdraw_network_invitation
from networks.views.joining import join_network, leave_network
from networks.views.keeping import answer_thread, arrange_thread, note_thread
from networks.views.mine import lift_muting, mute_author, mute_thread, thread_following, yours
from networks.views.moderating import hide_waiting_post, hosts_judged, let_post_through, posts_waiting
from networks.views.petitions import petition, petitions
from networks.views.pictures import post_picture, post_picture_preview
from networks.views.planning import cancel_event, change_event, change_session, new_event, plan_event
from networks.views.posts import earlier_posts, edit_post, post, react_to_post, take_back_post
from networks.views.private import between, write_to_hosts
from networks.views.reading import network_reading, thread_reading
from networks.views.reporting import block_author, report_name, report_post, report_resource
from networks.views.resource_writing import (
    change_resource,
    new_resource,
    put_back_resource,
    remove_resource,
    restore_version,
    review_resource,
)
from networks.views.resources import (
    resource,
    resource_differences,
    resource_history,
    resource_version,
    resources,
    resources_in_need,
)
from networks.views.search import search_network, search_networks
from networks.views.suggesting import hide_suggestion, network_suggestions, show_suggestions_again, worth_founding
from networks.views.threads import begin_thread, post_part, posts_since, thread
from networks.views.voting import ballots, object_to, sign_petition, take_back_signature, vote, withdraw_objection

__all__ = [
    "about_network",
    "agree",
    "answer_thread",
    "arrange_thread",
    "asks",
    "attendance",
    "ballots",
    "begin_thread",
    "between",
    "block_author",
    "cancel_event",
    "certificate",
    "change_agreement",
    "change_event",
    "change_resource",
    "change_session",
    "decision",
    "decisions",
    "decline_idea",
    "draft",
    "drafts",
    "earlier_posts",
    "edit_post",
    "end_hosting",
    "end_leading",
    "event",
    "event_calendar",
    "event_feedback",
    "event_people",
    "events",
    "finish_ask",
    "found_idea",
    "genuine_certificate",
    "give_feedback",
    "give_up_place",
    "hide_suggestion",
    "hide_waiting_post",
    "hosts_judged",
    "idea",
    "ideas",
    "import_into_network",
    "join_network",
    "leave_network",
    "let_post_through",
    "lift_muting",
    "make_leader",
    "membership_approval",
    "membership_refusal",
    "mute_author",
    "mute_thread",
    "network",
    "network_hosts",
    "network_invitation",
    "network_invitations",
    "network_reading",
    "network_settings",
    "network_suggestions",
    "networks",
    "new_ask",
    "new_decision",
    "new_event",
    "new_idea",
    "new_network",
    "new_resource",
    "note_thread",
    "object_to",
    "one_ask",
    "open_again",
    "open_decision",
    "petition",
    "petitions",
    "plan_event",
    "post",
    "post_part",
    "post_picture",
    "post_picture_preview",
    "posts_since",
    "posts_waiting",
    "put_back_resource",
    "react_to_post",
    "remove_resource",
    "report_name",
    "report_post",
    "report_resource",
    "resource",
    "resource_differences",
    "resource_history",
    "resource_version",
    "resources",
    "resources_in_need",
    "restore_version",
    "review_resource",
    "say_yes",
    "search_network",
    "search_networks",
    "show_suggestions_again",
    "sign_petition",
    "take_back_post",
    "take_back_signature",
    "take_place",
    "thread",
    "thread_following",
    "thread_reading",
    "vote",
    "what_changed",
    "withdraw_ask",
    "withdraw_decision",
    "withdraw_idea",
    "withdraw_network_invitation",
    "withdraw_objection",
    "worth_founding",
    "write_to_hosts",
    "yours",
]
