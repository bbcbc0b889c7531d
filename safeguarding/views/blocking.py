"""The people somebody has blocked."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from people.access import open_to
from people.requests import SignedIn
from people.rules import signed_in
from safeguarding import operations, queries


@open_to(signed_in)
def blocks(request: SignedIn) -> HttpResponse:
    return render(request, "safeguarding/blocks.html", {"blocks": queries.blocks_made_by(request.user)})


@open_to(signed_in)
@require_POST
def lift_block(request: SignedIn, pk: int) -> HttpResponse:
    row = get_object_or_404(queries.blocks_made_by(request.user), pk=pk)
    operations.lift_block(by=request.user, row=row, at=timezone.now())
    messages.success(request, f"{row.known_as} is no longer blocked.")
    return redirect("blocks")
