"""The numbers of unread messages and notices, for every page that shows them."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from pytest_django import DjangoAssertNumQueries

from messaging.context import unread
from messaging.models import Channel
from people.models import Person
from tests.messaging.conftest import Say
from tests.messaging.making import choose, tell


def request_of(person: Person | AnonymousUser) -> HttpRequest:
    request = HttpRequest()
    request.user = person
    return request


def test_it_is_counted_in_one_query_and_only_when_shown(
    say: Say, ada: Person, ben: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    say(ben)
    tell(ada), tell(ada)
    choose(ada, Channel.APP, is_wanted=False)
    tell(ada)
    # Whoever draws a page has read their roles by then.
    assert ada.current_roles
    with django_assert_num_queries(0):
        context = unread(request_of(ada))
    with django_assert_num_queries(1):
        assert (str(context["unread"]), bool(context["unread"])) == ("1", True)
        assert str(context["unread_notices"]) == "2"
    bens = unread(request_of(ben))
    assert (bool(bens["unread"]), bool(bens["unread_notices"])) == (False, False)


def test_a_stranger_has_none() -> None:
    assert unread(request_of(AnonymousUser())) == {}
