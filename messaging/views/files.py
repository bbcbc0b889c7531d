"""Hands out the files of messages to whoever may read the message, and to nobody else."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from messaging import queries
from messaging.models.kept_file import KeptFile
from people.access import open_to
from people.handing_out import headers_of
from people.requests import SignedIn
from people.rules import signed_in

PIECE = 64 * 1024


@open_to(signed_in)
@require_safe
def message_file(request: SignedIn, key: UUID) -> HttpResponseBase:
    found = get_object_or_404(queries.files_for(request.user), key=key)
    return handed_out(found.file, found)


@open_to(signed_in)
@require_safe
def file_preview(request: SignedIn, key: UUID) -> HttpResponseBase:
    """The picture in small, for a page and for a poor connection."""
    found = get_object_or_404(queries.files_for(request.user), key=key)
    if not found.preview:
        raise Http404
    return handed_out(found.preview, found)


def handed_out(kept: FieldFile, of: KeptFile) -> HttpResponseBase:
    """The bytes of one file of `of`, to somebody of whom it is known that they may see it."""
    headers = headers_of(name=of.name, kind=of.kind, size=kept.size)
    return StreamingHttpResponse(_pieces(kept), headers=headers)


async def _pieces(kept: FieldFile) -> AsyncIterator[bytes]:
    """Read in threads and a little at a time, so that nobody else waits for the disk or for a slow reader."""
    file = await asyncio.to_thread(kept.storage.open, kept.name or "", "rb")
    try:
        while piece := await asyncio.to_thread(file.read, PIECE):
            yield piece
    finally:
        file.close()
