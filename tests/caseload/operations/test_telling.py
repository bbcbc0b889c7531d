"""Open desks hear that something has changed, and nothing more."""

import pytest
from django.core.cache import cache
from pytest_django import DjangoCaptureOnCommitCallbacks

from matching.machines import REQUEST
from matching.models import Request
from networks.machines import ASK
from people.models import Area, Person
from people.operations import deactivate, remember
from tests.fixtures import NOW, Ear, make_person


@pytest.fixture(autouse=True)
def nobody_was_told_yet() -> None:
    cache.clear()


def changed(person: Person, machine: object = REQUEST) -> None:
    request = Request.objects.create(person=person, began_at=NOW)
    remember(request, machine=machine, before="", by=person, at=NOW, about=person)  # type: ignore[arg-type]


def test_every_coordinator_hears_once(
    ada: Person,
    cleo: Person,
    dev: Person,
    south: Area,
    ear: Ear,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    """Not who has left, not whoever has no desk; and what changes in the same moment is one piece of news."""
    sue, gone = (make_person(name, "coordinator", area=south) for name in ("Sue", "Gus"))
    deactivate(person=gone, by=None, at=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        changed(ada)
        changed(cleo)
    assert [(list(news.people), news.text) for news in ear.heard] == [([dev.pk, sue.pk], '{"type":"desk.changed"}')]


def test_what_is_on_no_desk_is_told_to_nobody(
    ada: Person, dev: Person, ear: Ear, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        changed(ada, ASK)
    assert ear.heard == []
