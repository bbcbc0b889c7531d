"""Leads whoever must agree to a house agreement first to the page where they do so, with what they had written."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from networks.operations import AgreeFirst


class AgreeingFirst:
    """Answers `AgreeFirst`, which any verb that writes in a network may raise, with 403 and the way on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, AgreeFirst):
            return None
        context = {"membership": error.membership, "written": request.POST.get("body", "")}
        return render(request, "networks/agree_first.html", context, status=403)
