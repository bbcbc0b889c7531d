"""The numbers of unread messages and notices, for every page that shows them."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from pytest_django import DjangoAssertNumQueries

from messaging.context import unread
from messaging.models import Channel
from messaging.queries import unread_of
from people.models import Person
from safeguarding.evidence import Evidence
from safeguarding.models import Concern
from safeguarding.operations import let_moderate, raise_concern, take_concern
from tests.fixtures import NOW
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


@pytest.fixture
def concern(ada: Person, ben: Person) -> Concern:
    """About Ben, reported in a place that somebody moderates."""
    said = Evidence(kind="post", reference="1", author="Ben", text="Go away", written_at=NOW, place="Carers")
    reason = Concern.Reason.ABUSE
    return raise_concern(by=ada, about=ben, reason=reason, words="", evidence=said, at=NOW, scope="network:1")


def test_concerns_are_counted_for_who_may_see_them(concern: Concern, ada: Person, cleo: Person, dev: Person) -> None:
    """Dev keeps people safe, Cleo moderates the place, and Ada reported it."""
    let_moderate(person=cleo, scope="network:1", at=NOW)
    counts = {person: unread_of(person) for person in (ada, cleo, dev)}
    assert [(one.moderates, one.concerns) for one in counts.values()] == [(False, 0), (True, 1), (False, 1)]
    take_concern(by=dev, concern=concern, at=NOW)
    assert [unread_of(person).concerns for person in (cleo, dev)] == [0, 0]


def test_who_moderates_is_asked_a_second_time(
    concern: Concern, cleo: Person, dev: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    let_moderate(person=cleo, scope="network:1", at=NOW)
    assert [cleo.current_roles, dev.coordinated_area_ids]
    for person, queries in ((cleo, 2), (dev, 1)):
        with django_assert_num_queries(queries):
            assert unread_of(person).concerns == 1
