"""What can be asked about networks, one module per noun."""

from networks.queries.browsing import (
    NETWORKS_ON_A_PAGE,
    networks_for,
    networks_hosted_by,
    networks_joined_by,
    networks_waiting_for,
)
from networks.queries.drawing import PostOnPage, drawn
from networks.queries.members import (
    asking_to_join,
    fellow_members,
    hosts_of,
    membership_of,
    memberships_for,
    person_known_to,
)
from networks.queries.threads import (
    POSTS_ON_A_PAGE,
    THREADS_ON_A_PAGE,
    opening_of,
    page_of_posts,
    page_of_seq,
    posts_by_others,
    posts_for,
    posts_since,
    threads_for,
    threads_of,
    who_hears_of,
)

__all__ = [
    "NETWORKS_ON_A_PAGE",
    "POSTS_ON_A_PAGE",
    "THREADS_ON_A_PAGE",
    "PostOnPage",
    "asking_to_join",
    "drawn",
    "fellow_members",
    "hosts_of",
    "membership_of",
    "memberships_for",
    "networks_for",
    "networks_hosted_by",
    "networks_joined_by",
    "networks_waiting_for",
    "opening_of",
    "page_of_posts",
    "page_of_seq",
    "person_known_to",
    "posts_by_others",
    "posts_for",
    "posts_since",
    "threads_for",
    "threads_of",
    "who_hears_of",
]
