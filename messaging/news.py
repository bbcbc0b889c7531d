"""Sends news of what the database holds to the sockets of people; news may be lost, the truth is not."""

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.conf import settings
from django.db import transaction

from messaging.protocol import Event, encode, encode_plain

logger = logging.getLogger(__name__)

# The one group that every server process listens to.
SERVERS = "servers"
# Longer than this nobody waits for news to be passed on: the heartbeat makes up for it.
PATIENCE = 2.0


@dataclass(frozen=True)
class News:
    """A frame, encoded once, and the people whose sockets are to get it.

    Without a frame it asks the servers to look whether these people's sockets still have the right to be open;
    `renew` closes them all the same, so that they begin anew, and `session` closes those of this session.
    """

    people: Sequence[int]
    text: str = ""
    renew: bool = False
    session: str = ""


class Hearer(Protocol):
    """Whoever has open sockets in this process."""

    def hand_over(self, news: Sequence[News]) -> None:
        """Take news from any thread, deliver it here and pass it on to the other servers."""


# Those in this process: one in a server, none in a worker or a command.
hearers: set[Hearer] = set()


def tell(people_ids: Iterable[int], frame: Event | Mapping[str, Any]) -> None:
    """Send `frame` to each of these people once the transaction is committed; outside of one, at once.

    Whoever writes decides who hears of it, from the database, each time. The frame is encoded here, once for all.
    """
    people = sorted(set(people_ids))
    if people:
        text = encode_plain(frame) if isinstance(frame, Mapping) else encode(frame)
        transaction.on_commit(partial(_pass_on, [News(people, text)]))


def look_again_at(people_ids: Iterable[int], *, renew: bool = False) -> None:
    """Let the servers look, after the commit, whether these people's sockets may stay open; `renew` ends them all."""
    transaction.on_commit(partial(_pass_on, [News(sorted(set(people_ids)), renew=renew)]))


def end_session(person_id: int, session: str) -> None:
    """Close the sockets of a session that ends now."""
    transaction.on_commit(partial(_pass_on, [News([person_id], session=session)]))


def _pass_on(news: Sequence[News]) -> None:
    """Whoever has sockets here takes it from us; where nobody has, we tell the servers ourselves."""
    for hearer in list(hearers):
        hearer.hand_over(news)
    if not hearers and settings.REDIS_URL:
        try:
            async_to_sync(send_to_servers)(news, origin="")
        except Exception:
            # It is committed already, so whoever wrote it must hear that it is; Redis may be down or full.
            logger.warning("News could not be passed on", exc_info=True)


async def send_to_servers(news: Sequence[News], *, origin: str) -> None:
    """Publish news to every server process; raises when that cannot be done within PATIENCE."""
    event = {"type": "news", "origin": origin, "news": [vars(one) for one in news]}
    async with asyncio.timeout(PATIENCE):
        await get_channel_layer().group_send(SERVERS, event)
