"""What was reported stays readable, as it was, whatever is edited, deleted or erased afterwards."""

from uuid import uuid4

import pytest
from django.db import models

from messaging.models import Notice
from networks.models import Membership, Post, Thread
from networks.operations import begin_thread, report_post
from people.models import Person, Role
from safeguarding.models import Concern, ConcernNote, Measure
from safeguarding.operations import add_note, appeal_against, take_concern, take_measure
from safeguarding.queries import chronology_of, concerns_for
from tests.fixtures import NOW, make_person
from tests.networks.conftest import enter, make_network

WORDS = "I know where you live"


@pytest.fixture
def lena(db: None) -> Person:
    return make_person("Lena", Role.Kind.SAFEGUARDING_LEAD)


@pytest.fixture
def concern(ada: Person, eve: Person, lena: Person) -> Concern:
    """Ada reported what Eve wrote in a network; Lena hid it, with a note, and Eve appealed."""
    network = make_network("Carers")
    enter(ada, network, "Adder")
    enter(eve, network, "Nightjar")
    thread = begin_thread(by=eve, network=network, title="Hello", body=WORDS, client_id=uuid4(), at=NOW)
    made = report_post(by=ada, post=thread.posts.get(), reason="abuse", words="She means it", at=NOW)
    take_concern(by=lena, concern=made, at=NOW)
    add_note(by=lena, concern=made, words="I called her", at=NOW)
    measure = take_measure(by=lena, concern=made, kind="hide", reason="abuse", words="Frightening", at=NOW)
    appeal_against(by=eve, measure=measure, words="It was a song", at=NOW)
    return made


def readable(concern: Concern, viewer: Person) -> tuple[str, str, str, list[str]]:
    found = concerns_for(viewer).get(pk=concern.pk)
    happened = [entry.words for entry in chronology_of(found, viewer) if entry.words]
    return found.evidence_author, found.evidence_text, found.words, happened


EXPECTED = ("Nightjar", f"Hello\n\n{WORDS}", "She means it", ["I called her", "Frightening", "It was a song"])


def test_edited_words_stay_as_they_were_reported(concern: Concern, lena: Person) -> None:
    Post.objects.update(body="Have a nice day")
    Membership.objects.update(chosen_name=models.F("id"))
    assert readable(concern, lena) == EXPECTED


def test_deleted_posts_threads_and_memberships(concern: Concern, lena: Person) -> None:
    Post.objects.all().delete()
    Thread.objects.all().delete()
    Membership.objects.all().delete()
    assert readable(concern, lena) == EXPECTED


def test_erased_people(concern: Concern, ada: Person, eve: Person, lena: Person) -> None:
    Post.objects.all().delete()
    Thread.objects.all().delete()
    for person in (ada, eve):
        Person.objects.get(pk=person.pk).delete()
    assert readable(concern, lena) == EXPECTED
    found = concerns_for(lena).get()
    assert (found.about, found.raised_by) == (None, None)
    assert (Measure.objects.get().about, Notice.objects.filter(person=eve).count()) == (None, 0)


def test_who_looked_into_it_may_leave_too(concern: Concern, lena: Person) -> None:
    lou = make_person("Lou", Role.Kind.COORDINATOR)
    Person.objects.get(pk=lena.pk).delete()
    assert readable(concern, lou) == EXPECTED
    assert [entry.who for entry in chronology_of(concern, lou) if entry.what == "A note"] == ["Somebody who has left"]


def test_a_concern_with_a_chronology_is_not_deleted(concern: Concern) -> None:
    with pytest.raises(models.ProtectedError):
        concern.delete()
    assert ConcernNote.objects.count() == 1
