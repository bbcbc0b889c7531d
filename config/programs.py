"""What holds for every request of a program: who may make it, JSON of a bounded size in, refusals in one form out."""

import logging
import math
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils import timezone
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.errors import ValidationError as WrongShape
from ninja.parser import Parser

from messaging.limits import COMMANDS, TooFast
from messaging.operations import NotThere
from messaging.protocol import LONGEST_FRAME, ProtocolError, read_object
from people.access import Rule, View

logger = logging.getLogger(__name__)

SIGN_IN_FIRST = "Please sign in first."
NOT_FOR_YOU = "This is not for you to open."
NOTHING_HERE = "There is nothing here that you may see."
NO_SUCH_METHOD = "This address does not answer to this method."
FROM_ANOTHER_PAGE = "The header X-CSRFToken must repeat the cookie csrftoken."
TOO_FAST = "That was very fast. Please wait a little."
SOMETHING_WRONG = "Something went wrong here. Please try again."

# What pydantic finds wrong, in the words of the socket; whatever else it finds is of the wrong type.
FAULTS = {
    "extra_forbidden": ("unknown_key", "There is no such key here."),
    "missing": ("missing_key", "This key is needed."),
}
WRONG_TYPE = ("wrong_type", "This is not of the kind that belongs here.")


class ReadAlready(Parser):
    """The body was read, and found to be JSON, before anything else was done with the request."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        said: dict[str, Any] = request.said  # type: ignore[attr-defined]
        return said


def refuse(status: HTTPStatus, code: str, why: str, **more: str) -> JsonResponse:
    return JsonResponse({"code": code, "why": why} | {name: said for name, said in more.items() if said}, status=status)


def open_to_programs(rule: Rule) -> Callable[[View], View]:
    """As `open_to` for pages; but who is not signed in is told so, and what is asked is read and counted first."""

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            refusal = (
                _who_may_not(request, rule) or _too_much(request) or _beside_the_point(request) or _unreadable(request)
            )
            if refusal is not None:
                return refusal
            answer = view(request, *args, **kwargs)
            if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
                refused = refuse(HTTPStatus.METHOD_NOT_ALLOWED, "no_such_method", NO_SUCH_METHOD)
                refused["Allow"] = answer["Allow"]
                return refused
            return answer

        guarded.open_to = rule  # type: ignore[attr-defined]
        return login_not_required(guarded)

    return declare


def _who_may_not(request: HttpRequest, rule: Rule) -> JsonResponse | None:
    if rule(request.user):
        return None
    if request.user.is_authenticated:
        return refuse(HTTPStatus.FORBIDDEN, "may_not", NOT_FOR_YOU)
    return refuse(HTTPStatus.UNAUTHORIZED, "signed_out", SIGN_IN_FIRST)


def _too_much(request: HttpRequest) -> JsonResponse | None:
    until = COMMANDS.until(request.user.pk or 0, timezone.now())
    return _rate_limited(until) if until else None


def _rate_limited(until: datetime) -> JsonResponse:
    answer = refuse(HTTPStatus.TOO_MANY_REQUESTS, "rate_limited", TOO_FAST, until=until.isoformat())
    answer["Retry-After"] = str(max(1, math.ceil((until - timezone.now()).total_seconds())))
    return answer


def _beside_the_point(request: HttpRequest) -> JsonResponse | None:
    """What changes something has all that it needs in its address and its body."""
    if request.method == "GET" or not request.GET:
        return None
    name = next(iter(request.GET))
    return refuse(HTTPStatus.UNPROCESSABLE_ENTITY, *FAULTS["extra_forbidden"], key=name[:64])


def _unreadable(request: HttpRequest) -> JsonResponse | None:
    """Read the body into `request.said`, or say what is wrong with it."""
    if not request.body:
        return None
    if len(request.body) > LONGEST_FRAME:
        return refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_big", "This can have 64 KiB.")
    if request.content_type != "application/json":
        return refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "not_json", "Send JSON, as application/json.")
    try:
        request.said = read_object(request.body.decode())  # type: ignore[attr-defined]
    except UnicodeDecodeError:
        return refuse(HTTPStatus.BAD_REQUEST, "not_json", "This is not UTF-8.")
    except ProtocolError as error:
        return refuse(HTTPStatus.BAD_REQUEST, error.refusal.code, error.refusal.why, key=error.refusal.key)
    return None


def refuse_in_one_form(api: NinjaAPI) -> None:
    """Tell django-ninja what to answer for each kind of error."""

    @api.exception_handler(WrongShape)
    def wrong_shape(request: HttpRequest, error: WrongShape) -> JsonResponse:
        fault = error.errors[0]
        code, why = FAULTS.get(fault["type"], WRONG_TYPE)
        return refuse(HTTPStatus.UNPROCESSABLE_ENTITY, code, why, key=str(fault["loc"][-1])[:64])

    @api.exception_handler(ValidationError)
    def not_valid(request: HttpRequest, error: ValidationError) -> JsonResponse:
        why = " ".join(error.messages)
        return refuse(HTTPStatus.UNPROCESSABLE_ENTITY, error.code or "not_valid", why, **(error.params or {}))

    @api.exception_handler(PermissionDenied)
    def may_not(request: HttpRequest, error: PermissionDenied) -> JsonResponse:
        return refuse(HTTPStatus.FORBIDDEN, "may_not", str(error))

    @api.exception_handler(NotThere)
    @api.exception_handler(ObjectDoesNotExist)
    def nothing(request: HttpRequest, error: Exception) -> JsonResponse:
        return refuse(HTTPStatus.NOT_FOUND, "not_found", NOTHING_HERE)

    @api.exception_handler(TooFast)
    def too_fast(request: HttpRequest, error: TooFast) -> JsonResponse:
        return _rate_limited(error.until)

    @api.exception_handler(HttpError)
    def from_another_page(request: HttpRequest, error: HttpError) -> JsonResponse:
        """All else that django-ninja refuses by itself was seen to before, so this is its check against CSRF."""
        return refuse(HTTPStatus.FORBIDDEN, "from_another_page", FROM_ANOTHER_PAGE)

    @api.exception_handler(Exception)
    def gone_wrong(request: HttpRequest, error: Exception) -> JsonResponse:
        logger.error("A request of a program went wrong", exc_info=error)
        return refuse(HTTPStatus.INTERNAL_SERVER_ERROR, "try_again", SOMETHING_WRONG)
