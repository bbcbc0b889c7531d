"""The HTTP API for programs, included under api/v1/: the same operations and the same rules as pages and socket."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path, re_path
from django.views.decorators.http import require_GET
from ninja import NinjaAPI
from ninja.security import SessionAuth

from config.programs import NOTHING_HERE, ReadAlready, open_to_programs, refuse, refuse_in_one_form
from messaging.api import router as messaging
from people.rules import signed_in

DESCRIPTION = (
    "For programs of people who are signed in: with the cookie of their session, and the header X-CSRFToken on"
    " whatever changes something. docs/api.md tells it in words."
)

# Its page of documentation would need scripts from elsewhere, which our pages forbid.
api = NinjaAPI(
    title="Alongside",
    version="1",
    description=DESCRIPTION,
    openapi_url=None,
    docs_url=None,
    auth=SessionAuth(),
    parser=ReadAlready(),
)
api.add_router("", messaging)
refuse_in_one_form(api)


def openapi_document() -> dict[str, Any]:
    return dict(api.get_openapi_schema(path_prefix="/api/v1/"))


@open_to_programs(signed_in)
@require_GET
def openapi(request: HttpRequest) -> JsonResponse:
    return JsonResponse(openapi_document())


@open_to_programs(signed_in)
def nothing(request: HttpRequest) -> JsonResponse:
    return refuse(HTTPStatus.NOT_FOUND, "not_found", NOTHING_HERE)


def _routes() -> Iterable[URLPattern]:
    """What the routers answer to, each address once; django-ninja's own root only exists to find its address by."""
    routes: dict[str, URLPattern] = {}
    for route in api.urls[0]:
        if isinstance(route, URLPattern) and route.name != "api-root":
            routes.setdefault(str(route.pattern), route)
    for route in routes.values():
        route.callback = open_to_programs(signed_in)(route.callback)
    return routes.values()


urlpatterns = [
    *_routes(),
    path("openapi.json", openapi, name="api_openapi"),
    re_path("", nothing, name="api_nothing"),
]
