"""Who may open a page: declared on the view, enforced before it runs."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from people.models import Person
from people.rules import anyone

Rule = Callable[[Person | AnonymousUser], bool]
View = Callable[..., HttpResponseBase]


def open_to(rule: Rule) -> Callable[[View], View]:
    """Open a view to those for whom `rule(person)` holds; anyone else signed in is answered 403.

    The rule stays readable as `view.open_to`, and a test fails for a route that declares none.
    Whoever is not signed in is sent to sign in by LoginRequiredMiddleware, unless the rule is `anyone`.
    """

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not rule(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.open_to = rule  # type: ignore[attr-defined]
        return login_not_required(guarded) if rule is anyone else guarded

    return declare
