"""The request a view gets once it is open to signed-in people only, and what it posted."""

from django.http import HttpRequest, QueryDict

from people.models import Person


class SignedIn(HttpRequest):
    """For type checkers: LoginRequiredMiddleware has made sure that `user` is a person."""

    user: Person


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with; None when it was only opened, so that an empty form sent is told what is missing."""
    return request.POST if request.method == "POST" else None
