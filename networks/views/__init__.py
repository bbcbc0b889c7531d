"""The pages of networks."""

from networks.views.browsing import network, networks
from networks.views.hosting import (
    membership_approval,
    membership_refusal,
    network_hosts,
    new_network,
)
from networks.views.joining import join_network, leave_network
from networks.views.reading import network_reading, thread_reading
from networks.views.reporting import block_author, report_post
from networks.views.threads import begin_thread, posts_since, thread

__all__ = [
    "begin_thread",
    "block_author",
    "join_network",
    "leave_network",
    "membership_approval",
    "membership_refusal",
    "network",
    "network_hosts",
    "network_reading",
    "networks",
    "new_network",
    "posts_since",
    "report_post",
    "thread",
    "thread_reading",
]
