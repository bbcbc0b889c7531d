"""Hands out the files of messages to whoever may read the message, and to nobody else."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from messaging import queries
from messaging.models import Attachment
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in

PIECE = 64 * 1024
TYPES = {Attachment.Kind.PICTURE: "image/jpeg", Attachment.Kind.PDF: "application/pdf"}


@open_to(signed_in)
@require_safe
def message_file(request: SignedIn, key: UUID) -> HttpResponseBase:
    found = get_object_or_404(queries.files_for(request.user), key=key)
    # A picture may be looked at here; a document is opened by a program that does not know our address.
    return _handed_out(found.file, found, as_attachment=found.kind != Attachment.Kind.PICTURE)


@open_to(signed_in)
@require_safe
def file_preview(request: SignedIn, key: UUID) -> HttpResponseBase:
    """The picture in small, for a page and for a poor connection."""
    found = get_object_or_404(queries.files_for(request.user), key=key)
    if not found.preview:
        raise Http404
    return _handed_out(found.preview, found, as_attachment=False)


def _handed_out(file: FieldFile, attachment: Attachment, *, as_attachment: bool) -> HttpResponseBase:
    disposition = content_disposition_header(as_attachment, attachment.name) or "inline"
    return StreamingHttpResponse(
        _pieces(file),
        headers={
            "Content-Type": TYPES[Attachment.Kind(attachment.kind)],
            "Content-Length": str(file.size),
            "Content-Disposition": disposition,
            # Whatever it is, it runs nothing, and no other site may show it.
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        },
    )


async def _pieces(kept: FieldFile) -> AsyncIterator[bytes]:
    """Read in threads and a little at a time, so that nobody else waits for the disk or for a slow reader."""
    file = await asyncio.to_thread(kept.storage.open, kept.name or "", "rb")
    try:
        while piece := await asyncio.to_thread(file.read, PIECE):
            yield piece
    finally:
        file.close()
