"""Pages of an agreement, as the two and those who write the words for it use them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from matching.models import Pairing
from matching.operations import end_pairing
from people.models import Person
from support.models import AgreementTemplate
from support.terms import BEGINNING
from tests.fixtures import NOW, As, CountQueries
from tests.matching.making import fresh
from tests.support.making import proposed_agreement, signed_agreement

LESS = replace(BEGINNING, how_often="Every second week")


def said(after: int, **changes: Any) -> dict[str, Any]:
    review_on = timezone.localdate() + timedelta(days=60)
    return BEGINNING.as_fields() | {"after": after, "review_on": review_on.isoformat()} | changes


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_one_writes_and_the_other_signs(ada: Person, ben: Person, pairing: Pairing, signed_in_as: As) -> None:
    hers, his = signed_in_as(ada), signed_in_as(ben)
    where = f"/together/{pairing.pk}/agreement/"
    assert "You have not written one yet" in page(hers, where)

    answer = his.post(f"{where}proposal/", said(0, how_often="On Mondays"), follow=True)
    assert "Waits for Ada" in answer.content.decode()
    assert "Ben proposes one." in page(hers, f"/together/{pairing.pk}/")
    assert "I agree, and sign" in page(hers, where)
    assert "I agree, and sign" not in page(his, where)

    hers.post(f"{where}1/signature/")
    assert "<strong>On Mondays</strong>" in page(his, f"/together/{pairing.pk}/")
    assert "Signed by" in page(his, f"{where}1/")


def test_what_is_new_stands_beside_what_is(ada: Person, ben: Person, pairing: Pairing, signed_in_as: As) -> None:
    signed_agreement(pairing)
    proposed_agreement(ben, pairing, LESS, why="You said it was much.")
    found = page(signed_in_as(ada), f"/together/{pairing.pk}/agreement/")
    assert "“You said it was much.”" in found
    assert found.count("As it is now") == 1
    assert found.index("Every second week") < found.index("As it is now") < found.index("Once a week")


def test_what_is_missing_is_named_and_what_was_written_is_kept(ben: Person, pairing: Pairing, signed_in_as: As) -> None:
    answer = signed_in_as(ben).post(f"/together/{pairing.pk}/agreement/proposal/", said(0, hours="", how_often="Daily"))
    found = answer.content.decode()
    assert "Say when there is an answer." in found
    assert 'value="Daily"' in found
    assert pairing.agreements.count() == 0


def test_a_day_that_has_passed_is_named(ben: Person, pairing: Pairing, signed_in_as: As) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    answer = signed_in_as(ben).post(
        f"/together/{pairing.pk}/agreement/proposal/", said(0, review_on=yesterday.isoformat())
    )
    assert "Choose a day to come, within two years." in answer.content.decode()


def test_who_was_overtaken_keeps_their_words_and_can_send_them_after(
    ada: Person, ben: Person, pairing: Pairing, signed_in_as: As
) -> None:
    hers = signed_in_as(ada)
    proposed_agreement(ben, pairing)
    answer = hers.post(f"/together/{pairing.pk}/agreement/proposal/", said(0, how_often="Daily"))
    found = answer.content.decode()
    assert "The other has written something meanwhile." in found
    assert 'value="Daily"' in found
    assert '<input type="hidden" name="after" value="1"' in found


def test_ended_it_can_be_read_and_nothing_can_be_pressed(ada: Person, pairing: Pairing, signed_in_as: As) -> None:
    signed_agreement(pairing)
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=NOW)
    hers = signed_in_as(ada)
    found = page(hers, f"/together/{pairing.pk}/agreement/")
    assert "In force" in found
    assert "Change it" not in found
    assert hers.get(f"/together/{pairing.pk}/agreement/proposal/").status_code == 409


def test_many_versions_cost_as_many_queries_as_one(
    ada: Person, ben: Person, pairing: Pairing, signed_in_as: As, count_queries: CountQueries
) -> None:
    hers, path = signed_in_as(ada), f"/together/{pairing.pk}/agreement/"
    signed_agreement(pairing)
    one = count_queries(hers, path)
    for _ in range(3):
        signed_agreement(pairing, LESS)
    assert (count_queries(hers, path), one) == (8, 8)


def test_a_coordinator_writes_the_words_to_begin_with(
    dev: Person, ben: Person, pairing: Pairing, signed_in_as: As
) -> None:
    desk = signed_in_as(dev)
    assert "Nobody has written any yet" in page(desk, "/together/agreement-templates/")
    words = BEGINNING.as_fields() | {"how_often": "Every Friday", "review_after_days": 45, "area": dev.area_id}
    desk.post("/together/agreement-templates/new/", words)
    made = AgreementTemplate.objects.get()
    assert "Every kind of helper, North" in page(desk, "/together/agreement-templates/")
    assert 'value="Every Friday"' in page(signed_in_as(ben), f"/together/{pairing.pk}/agreement/proposal/")

    desk.post(f"/together/agreement-templates/{made.pk}/", words | {"how_often": "Every Monday"})
    assert 'value="Every Monday"' in page(signed_in_as(ben), f"/together/{pairing.pk}/agreement/proposal/")
    again = desk.post("/together/agreement-templates/new/", words)
    assert "There are words for this kind and area already." in again.content.decode()
