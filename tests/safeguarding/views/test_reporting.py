"""After the one press: thanks, saying more, blocking with one press, taking it back."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from people.models import Person
from safeguarding.models import Block, Concern
from safeguarding.operations import close_concern, take_concern
from tests.fixtures import NOW
from tests.safeguarding.conftest import Report
from tests.safeguarding.views.conftest import buttons, signed_in

BACK = "/messages/7/#message-1"


def page_of(concern: Concern, name: str = "report") -> str:
    return reverse(name, args=[concern.pk])


def test_thanks_and_what_may_follow(report: Report, ada: Person, eve: Person) -> None:
    concern = report(by=ada, about=eve, text="I know where <you> live")
    page = signed_in(ada).get(page_of(concern), {"next": BACK})
    assertContains(page, "Thank you for telling us")
    assertContains(page, "I know where &lt;you&gt; live")
    assertContains(page, f'href="{BACK}"')
    assert buttons(page.content.decode()) == ["Send this too", "Block Eve", "This was a mistake"]


def test_saying_more_goes_back_to_where_one_was(report: Report, ada: Person, eve: Person) -> None:
    concern = report(by=ada, about=eve)
    address = f"{page_of(concern)}?next=%2Fmessages%2F7%2F%23message-1"
    wrong = signed_in(ada).post(address, {"reason": "noticed", "words": "x"})
    assert wrong.status_code == 200
    answer = signed_in(ada).post(address, {"reason": "harm", "words": "She waits outside"})
    assert answer["Location"] == BACK
    concern.refresh_from_db()
    assert (concern.reason, concern.words) == ("harm", "She waits outside")


def test_blocking_with_one_press(report: Report, ada: Person, eve: Person) -> None:
    concern, client = report(by=ada, about=eve), signed_in(ada)
    answer = client.post(page_of(concern, "block_reported"), {"next": BACK}, follow=True)
    assert Block.objects.values_list("by", "person", "known_as").get() == (ada.pk, eve.pk, "Eve")
    assertContains(answer, "Eve is blocked. You will not hear from them again.")
    assertContains(answer, f'href="{BACK}"')
    assert buttons(answer.content.decode()) == ["Send this too", "This was a mistake"]


def test_taking_it_back(report: Report, ada: Person, eve: Person) -> None:
    concern, client = report(by=ada, about=eve), signed_in(ada)
    answer = client.post(page_of(concern, "withdraw_report"), {"next": BACK})
    assert answer["Location"] == BACK
    concern.refresh_from_db()
    assert concern.state == "withdrawn"
    page = client.get(page_of(concern))
    assertContains(page, "You took this report back")
    assert buttons(page.content.decode()) == []
    assert client.post(page_of(concern, "withdraw_report")).status_code == 409


def test_while_somebody_looks_into_it(report: Report, ada: Person, dev: Person, eve: Person) -> None:
    concern, client = report(by=ada, about=eve), signed_in(ada)
    take_concern(by=dev, concern=concern, at=NOW)
    page = client.get(page_of(concern))
    assertContains(page, "Somebody is looking into it now.")
    assert buttons(page.content.decode()) == ["Block Eve"]
    assert client.post(page_of(concern), {"reason": "spam", "words": ""}).status_code == 409
    close_concern(by=dev, concern=concern, outcome="Eve was told off", at=NOW)
    page = client.get(page_of(concern))
    assertContains(page, "Your report has been looked into")
    assertNotContains(page, "told off")


def test_what_was_withdrawn_by_its_writer_is_not_shown_to_whoever_reported_it(
    report: Report, ada: Person, eve: Person
) -> None:
    concern = report(by=ada, about=eve, text="")
    Concern.objects.update(evidence_earlier=[{"words": "Secret", "until": NOW.isoformat()}])
    page = signed_in(ada).get(page_of(concern))
    assertContains(page, "There are no words to show. Whatever was here is kept for whoever looks into it.")
    assertNotContains(page, "Secret")


@pytest.mark.parametrize("name", ["report", "withdraw_report", "block_reported"])
def test_somebody_elses_report_does_not_exist(
    name: str, report: Report, ada: Person, ben: Person, dev: Person, eve: Person
) -> None:
    address = page_of(report(by=ada, about=eve), name)
    assert [signed_in(person).post(address).status_code for person in (ben, dev, eve)] == [404, 404, 404]
    assert Client().post(address).status_code == 302
    assert (Concern.objects.get().state, Block.objects.count()) == ("open", 0)


@pytest.mark.parametrize("given", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", ""])
def test_the_way_back_never_leads_elsewhere(given: str, report: Report, ada: Person, eve: Person) -> None:
    concern, client = report(by=ada, about=eve), signed_in(ada)
    assertNotContains(client.get(page_of(concern), {"next": given}), f'href="{given}"')
    assertRedirects(
        client.post(page_of(concern, "withdraw_report"), {"next": given}), "/home/", fetch_redirect_response=False
    )


def test_the_page_takes_few_queries(
    report: Report, ada: Person, eve: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    concern, client = report(by=ada, about=eve), signed_in(ada)
    # The session, the person, their roles; the report, and whom they are apart from; unread messages and crisis help.
    with django_assert_num_queries(7):
        client.get(page_of(concern))
