"""What holds for every answer: nothing private stays in a cache, and a lost race is told kindly."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.errors import HasMovedOn


class NoStore:
    """Forbids storing any answer given to a signed-in person, so the back button shows nothing after sign-out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            response["Cache-Control"] = "no-store"
        return response


class NothingStays:
    """Asks the browser of whoever has signed out to forget all it kept of us, also where scripts did not get to it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        place = request.resolver_match
        if place and place.url_name == "account_logout" and not request.user.is_authenticated:
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response


class Conflict:
    """Answers HasMovedOn with 409 and its words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, HasMovedOn):
            return render(request, "409.html", {"words": error.words}, status=409)
        return None
