"""Hands out the pictures of posts to whoever may read the post, and to nobody else."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from messaging.views.files import handed_out
from networks import queries
from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in


@open_to(signed_in)
@require_safe
def post_picture(request: SignedIn, key: UUID) -> HttpResponseBase:
    found = get_object_or_404(queries.pictures_for(request.user), key=key)
    return handed_out(found.file, found)


@open_to(signed_in)
@require_safe
def post_picture_preview(request: SignedIn, key: UUID) -> HttpResponseBase:
    """The picture in small, for a page and for a poor connection."""
    found = get_object_or_404(queries.pictures_for(request.user), key=key)
    return handed_out(found.preview or found.file, found)
