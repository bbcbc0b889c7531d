"""Offering help: checks before matching, capacity, pausing."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from matching.errors import AnswersAreMissing, BelowPlacesTaken
from matching.models import Helper
from matching.operations import (
    change_capacity,
    confirm_helper,
    offer_help,
    pause_help,
    resume_help,
    save_helper,
    send_offer_of_help,
)
from messaging.models import Notice
from people.errors import HasMovedOn
from people.models import Consent, Person
from tests.fixtures import NOW
from tests.matching.making import active_helper, fresh, offered, paired, sent_request


def test_what_is_missing_is_named(ada: Person) -> None:
    helper = offer_help(by=ada, at=NOW)
    with pytest.raises(AnswersAreMissing) as error:
        send_offer_of_help(by=ada, helper=helper, at=NOW)
    assert error.value.messages == [
        "Please answer: how you would like to help.",
        "Please answer: what you can help with.",
        "Please answer: ways to talk.",
    ]


def test_a_check_opens_the_helper_and_gives_the_role(eve: Person, ada: Person, dev: Person) -> None:
    ada.area = dev.area
    helper = active_helper(ada, dev, kind="peer")
    assert fresh(helper).state == Helper.State.ACTIVE
    assert fresh(ada).holds("peer")


def test_nobody_checks_themselves_and_no_coordinator_elsewhere(eve: Person, dev: Person) -> None:
    own, elsewhere = offer_help(by=dev, at=NOW), offer_help(by=eve, at=NOW)
    for helper in (own, elsewhere):
        with pytest.raises(PermissionDenied):
            confirm_helper(by=dev, helper=helper, vetted_until=date(2027, 1, 1), at=NOW)


def test_pausing_and_coming_back(ben: Person, dev: Person) -> None:
    helper = active_helper(ben, dev)
    pause_help(by=ben, helper=fresh(helper), at=NOW)
    assert fresh(helper).state == Helper.State.PAUSED
    resume_help(by=ben, helper=fresh(helper), at=NOW)
    assert fresh(helper).state == Helper.State.ACTIVE


def test_a_helper_who_is_not_checked_cannot_make_themselves_active(ben: Person) -> None:
    with pytest.raises(HasMovedOn):
        resume_help(by=ben, helper=offer_help(by=ben, at=NOW), at=NOW)


def test_only_oneself_pauses(ben: Person, dev: Person) -> None:
    helper = active_helper(ben, dev)
    with pytest.raises(PermissionDenied):
        pause_help(by=dev, helper=helper, at=NOW)


def test_capacity_never_falls_below_the_places_taken(ada: Person, ben: Person, dev: Person) -> None:
    helper = paired(ada, ben, dev).helper
    change_capacity(by=ben, helper=helper, capacity=3)
    change_capacity(by=ben, helper=helper, capacity=1)
    with pytest.raises(BelowPlacesTaken):
        change_capacity(by=ben, helper=helper, capacity=0)


def test_the_database_holds_places_to_capacity(ben: Person, dev: Person) -> None:
    helper = active_helper(ben, dev, capacity=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Helper.objects.filter(pk=helper.pk).update(places_taken=2)


def test_pausing_closes_open_offers_and_tells_who_could_choose(ada: Person, ben: Person, dev: Person) -> None:
    """An offer that nobody can accept is not shown; Ada waits again, in her old place."""
    request = sent_request(ada, consents=[Consent.Purpose.EMAIL])
    helper = active_helper(ben, dev)
    [proposal] = offered(dev, ada)
    Notice.objects.all().delete()
    pause_help(by=ben, helper=fresh(helper), at=NOW)
    assert (fresh(proposal).state, fresh(request).state, fresh(request).asked_at) == ("lapsed", "waiting", NOW)
    assert [notice.person for notice in Notice.objects.all()] == [ada]


@pytest.mark.parametrize("operation", [save_helper, send_offer_of_help])
def test_nobody_answers_for_another(operation: Any, ben: Person, eve: Person) -> None:
    helper = offer_help(by=ben, at=NOW)
    given = {"at": NOW} if operation is send_offer_of_help else {"answers": {"about": "Mine"}, "facts": {}}
    with pytest.raises(PermissionDenied):
        operation(by=eve, helper=helper, **given)
