"""The pages of networks."""

from networks.views.about import about_network, agree, change_agreement
from networks.views.browsing import network, networks
from networks.views.drafts import draft, drafts
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
from networks.views.inviting import network_invitation, network_invitations, withdraw_network_invitation
from networks.views.joining import join_network, leave_network
from networks.views.mine import lift_muting, mute_author, mute_thread, thread_following, yours
from networks.views.reading import network_reading, thread_reading
from networks.views.reporting import block_author, report_post
from networks.views.threads import begin_thread, posts_since, thread

__all__ = [
    "about_network",
    "agree",
    "begin_thread",
    "block_author",
    "change_agreement",
    "draft",
    "drafts",
    "end_hosting",
    "end_leading",
    "join_network",
    "leave_network",
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
    "networks",
    "new_network",
    "posts_since",
    "report_post",
    "thread",
    "thread_following",
    "thread_reading",
    "withdraw_network_invitation",
    "yours",
]
