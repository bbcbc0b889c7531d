"""Sends news of what the database holds to the sockets of people; news may be lost, the truth is not."""

import asyncio
import logging
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import transaction

logger = logging.getLogger(__name__)

# Longer than this nobody waits for news to be passed on: the heartbeat and polling make up for it.
PATIENCE = 2.0


def group_of(person_id: int) -> str:
    """Name the group that all sockets of one person are in."""
    return f"person.{person_id}"


def tell(people_ids: Iterable[int], frame: Mapping[str, Any]) -> None:
    """Send `frame` to each of these people once the transaction is committed; outside of one, at once.

    The frame is JSON, has a `type`, and says that something happened, never in private words.
    """
    groups = sorted({group_of(person_id) for person_id in people_ids})
    transaction.on_commit(partial(_send, groups, dict(frame)))


def _send(groups: list[str], frame: dict[str, Any]) -> None:
    layer = get_channel_layer()
    if layer is None or not groups:
        return
    try:
        async_to_sync(_send_all)(layer, groups, {"type": "news", "frame": frame})
    except Exception:
        # It is committed already, so whoever wrote it must hear that it is; Redis may be down or full.
        logger.warning("News of %s could not be passed on", frame.get("type"), exc_info=True)


async def _send_all(layer: Any, groups: list[str], event: dict[str, Any]) -> None:
    async with asyncio.timeout(PATIENCE):
        # One that fails must not keep the news from the others.
        results = await asyncio.gather(*(layer.group_send(group, event) for group in groups), return_exceptions=True)
    for error in results:
        if isinstance(error, BaseException):
            raise error
