"""Asking for support: drafts, sending, the place in the queue, stopping and coming back."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from matching.answers import next_to_answer
from matching.errors import AnswersAreMissing, NeedsConsent
from matching.models import Proposal, Request
from matching.operations import ask, save_request, send_request, withdraw_request
from matching.steps import ASKING
from people.errors import HasMovedOn
from people.models import Assignment, Consent, Person, StateChange
from people.operations import give_consent, withdraw_consent
from tests.fixtures import NOW, make_person
from tests.matching.making import FACTS, active_helper, at_once, fresh, offered, sent_request, topics

LATER = NOW + timedelta(days=30)


def test_asking_twice_is_one_draft(ada: Person) -> None:
    assert ask(by=ada, at=NOW) == ask(by=ada, at=LATER)


def test_what_is_missing_is_named_and_nothing_is_sent(ada: Person) -> None:
    request = ask(by=ada, at=NOW)
    save_request(by=ada, request=request, answers={"topics": topics("anxiety")}, facts={})
    with pytest.raises(AnswersAreMissing) as error:
        send_request(by=ada, request=request, consents=["matching"], at=NOW)
    assert error.value.messages == ["Please answer: who you would like.", "Please answer: ways to talk."]
    assert fresh(request).state == "draft"
    assert not ada.consents.exists()


def test_nothing_is_sent_without_consent_to_be_matched(ada: Person) -> None:
    request = ask(by=ada, at=NOW)
    said = {"topics": topics("anxiety"), "wants": "either"}
    save_request(by=ada, request=request, answers=said, facts=FACTS)
    with pytest.raises(NeedsConsent):
        send_request(by=ada, request=request, consents=["story", "email"], at=NOW)
    assert (fresh(request).state, ada.consents.count()) == ("draft", 0)


def test_what_is_unticked_when_sending_is_taken_back(ada: Person) -> None:
    give_consent(by=ada, purpose=Consent.Purpose.STORY, at=NOW)
    sent_request(ada, consents=["email"])
    assert set(ada.consents.current().values_list("purpose", flat=True)) == {"matching", "email"}


def test_sending_notes_consent_place_and_coordinator(ada: Person, dev: Person) -> None:
    request = sent_request(ada)
    assert (request.state, request.asked_at) == ("waiting", NOW)
    assert [consent.purpose for consent in ada.consents.all()] == [Consent.Purpose.MATCHING]
    assert [each.carer for each in Assignment.objects.current().filter(person=ada)] == [dev]
    history = StateChange.objects.filter(person=ada, machine="matching.request").order_by("pk")
    assert [(change.before, change.after) for change in history] == [("", "draft"), ("draft", "waiting")]


def test_the_coordinator_with_the_fewest_people_looks_after_the_next(ada: Person, dev: Person) -> None:
    other = make_person("Dilys", "coordinator", area=ada.area)
    second = make_person("Asha", area=ada.area)
    sent_request(ada)
    sent_request(second)
    assert {each.carer: each.person for each in Assignment.objects.current()} == {dev: ada, other: second}


def test_answers_that_offers_are_made_of_stay_until_the_choice(ada: Person, ben: Person, dev: Person) -> None:
    request = sent_request(ada)
    active_helper(ben, dev)
    offered(dev, ada)
    with pytest.raises(HasMovedOn, match="There are offers for you already"):
        save_request(by=ada, request=fresh(request), answers={"story": "Another"}, facts={})
    assert fresh(request).story == "My story"


def test_what_is_asked_for_is_what_the_pages_ask(ada: Person) -> None:
    """Whoever has answered every question that insists can send."""
    request = ask(by=ada, at=NOW)
    given: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
        "topics": ({"topics": topics("anxiety")}, {}),
        "who": ({"wants": "either"}, {}),
        "place": ({}, {"ways": ["chat"]}),
    }
    while step := next_to_answer(request, ASKING):
        answers, facts = given.pop(step.slug)
        save_request(by=ada, request=request, answers=answers, facts=facts)
    send_request(by=ada, request=request, consents=["matching"], at=NOW)
    assert (given, fresh(request).state) == ({}, "waiting")


def test_what_is_true_of_the_person_is_kept_with_the_person(ada: Person) -> None:
    request = ask(by=ada, at=NOW)
    save_request(by=ada, request=request, answers={}, facts=FACTS)
    assert fresh(ada).ways == ["chat"]


def test_stopping_closes_offers_and_coming_back_keeps_answers_and_place(ada: Person, ben: Person, dev: Person) -> None:
    request = sent_request(ada, "anxiety", "stress")
    active_helper(ben, dev)
    [proposal] = offered(dev, ada)
    withdraw_request(by=ada, request=fresh(request), at=LATER)
    assert fresh(proposal).state == Proposal.State.LAPSED
    again = ask(by=ada, at=LATER)
    assert {topic.slug for topic in again.topics.all()} == {"anxiety", "stress"}
    send_request(by=ada, request=again, consents=["matching"], at=LATER)
    assert fresh(again).asked_at == NOW


def test_taking_back_consent_stops_the_matching(ada: Person) -> None:
    request = sent_request(ada)
    withdraw_consent(by=ada, purpose=Consent.Purpose.MATCHING, at=LATER)
    assert fresh(request).state == Request.State.WITHDRAWN


def test_taking_back_another_consent_does_not(ada: Person) -> None:
    request = sent_request(ada, consents=["story"])
    withdraw_consent(by=ada, purpose=Consent.Purpose.STORY, at=LATER)
    assert fresh(request).state == Request.State.WAITING


@pytest.mark.parametrize("operation", [save_request, send_request, withdraw_request])
def test_nobody_asks_for_another(operation: Any, ada: Person, eve: Person) -> None:
    request = ask(by=ada, at=NOW)
    given: dict[str, Any] = {"at": NOW}
    if operation is save_request:
        given = {"answers": {"story": "Not mine"}, "facts": {}}
    elif operation is send_request:
        given |= {"consents": ["matching"]}
    with pytest.raises(PermissionDenied):
        operation(by=eve, request=request, **given)


@pytest.mark.servers
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_pressing_start_many_times_at_once_begins_one_draft(ada: Person) -> None:
    begun = at_once([lambda: ask(by=ada, at=NOW).pk] * 8)
    assert begun == [Request.objects.get().pk] * 8
