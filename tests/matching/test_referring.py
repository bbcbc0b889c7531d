"""Referrals: a code works once, and the member decides what of it is sent."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from matching.errors import HasAskedAlready, ReferralIsClosed
from matching.models import Request
from matching.operations import ask, refer, save_request, use_referral
from matching.operations.referring import VALID_FOR
from people.models import Person
from tests.fixtures import NOW
from tests.matching.making import fresh, sent_request, topics

TOO_LATE = NOW + VALID_FOR + timedelta(seconds=1)


def test_a_code_becomes_the_draft_and_nothing_is_sent(ada: Person, ben: Person) -> None:
    referral = refer(by=ben, label="A.", topics=topics("debt"), note="Owes rent.", at=NOW)
    request = use_referral(by=ada, code=referral.code, at=NOW)
    assert (request.state, request.story) == (Request.State.DRAFT, "Owes rent.")
    assert [topic.slug for topic in request.topics.all()] == ["debt"]
    assert (fresh(referral).used_by, fresh(referral).used_at) == (ada, NOW)


def test_what_the_member_has_written_stays(ada: Person, ben: Person) -> None:
    mine = ask(by=ada, at=NOW)
    save_request(by=ada, request=mine, answers={"story": "My own words"}, facts={})
    referral = refer(by=ben, label="A.", topics=[], note="Other words", at=NOW)
    assert use_referral(by=ada, code=referral.code, at=NOW).story == "My own words"


def test_used_too_old_and_unknown_are_refused_alike(ada: Person, eve: Person, ben: Person) -> None:
    used = refer(by=ben, label="A.", topics=[], note="", at=NOW)
    old = refer(by=ben, label="B.", topics=[], note="", at=NOW)
    use_referral(by=ada, code=used.code, at=NOW)
    said = set()
    for code, at in ((used.code, NOW), (old.code, TOO_LATE), ("NOTACODE", NOW)):
        with pytest.raises(ReferralIsClosed) as error:
            use_referral(by=eve, code=code, at=at)
        said.add(error.value.messages[0])
    assert said == {"This code is not open. Check it, or ask for a new one."}


def test_a_code_may_be_typed_in_small_letters(client: Client, ada: Person, ben: Person) -> None:
    referral = refer(by=ben, label="A.", topics=[], note="Owes rent.", at=timezone.now())
    client.force_login(ada)
    page = f"/referral/{referral.code.lower()}/"
    assert "Owes rent." in client.get(page).content.decode()
    assert client.post(page)["Location"] == "/ask/check/"


@pytest.mark.parametrize(("who", "may"), [("ada", False), ("ben", True), ("dev", True), ("eve", False)])
def test_who_may_refer(who: str, may: bool, ada: Person, ben: Person, dev: Person, eve: Person) -> None:
    person = {"ada": ada, "ben": ben, "dev": dev, "eve": eve}[who]
    if may:
        assert len(refer(by=person, label="A.", topics=[], note="", at=NOW).code) == 8
    else:
        with pytest.raises(PermissionDenied):
            refer(by=person, label="A.", topics=[], note="", at=NOW)


def test_a_code_adds_nothing_to_what_was_sent_already_and_stays_open(ada: Person, ben: Person) -> None:
    """What was sent is with the coordinators: Ada could not decide what of the note they read."""
    request = sent_request(ada, "anxiety", story="")
    referral = refer(by=ben, label="A.", topics=topics("debt"), note="Owes rent.", at=NOW)
    with pytest.raises(HasAskedAlready):
        use_referral(by=ada, code=referral.code, at=NOW)
    assert (fresh(request).story, [topic.slug for topic in request.topics.all()]) == ("", ["anxiety"])
    assert fresh(referral).used_at is None
