"""The pages of networks."""

from networks.views.browsing import network, networks
from networks.views.drafts import draft, drafts
from networks.views.hosting import (
    membership_approval,
    membership_refusal,
    network_hosts,
    new_network,
)
from networks.views.joining import join_network, leave_network
from networks.views.mine import lift_muting, mute_author, mute_thread, thread_following, yours
from networks.views.reading import network_reading, thread_reading
from networks.views.reporting import block_author, report_post
from networks.views.threads import begin_thread, posts_since, thread

__all__ = [
    "begin_thread",
    "block_author",
    "draft",
    "drafts",
    "join_network",
    "leave_network",
    "lift_muting",
    "membership_approval",
    "membership_refusal",
    "mute_author",
    "mute_thread",
    "network",
    "network_hosts",
    "network_reading",
    "networks",
    "new_network",
    "posts_since",
    "report_post",
    "thread",
    "thread_following",
    "thread_reading",
    "yours",
]
