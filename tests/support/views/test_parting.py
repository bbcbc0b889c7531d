"""Pages of being in touch less, of the end, and of the way back."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from matching.models import Pairing, Request
from matching.operations import end_pairing
from people.models import Person
from support.models import LookBack, StepDown
from tests.fixtures import NOW, As
from tests.matching.making import fresh
from tests.support.making import goal_of_both


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_planned_by_one_and_agreed_to_by_the_other(
    ada: Person, ben: Person, pairing: Pairing, signed_in_as: As
) -> None:
    hers, his, where = signed_in_as(ada), signed_in_as(ben), f"/together/{pairing.pk}/step-down/"
    assert "There is no plan" in page(his, where)
    said = {"from_1": in_days(7), "often_1": "Fortnightly", "from_2": in_days(40), "often_2": "", "until": in_days(90)}
    assert "Say how often too." in his.post(f"{where}proposal/", said).content.decode()
    his.post(f"{where}proposal/", said | {"often_2": "Monthly"})
    plan = StepDown.objects.get()
    found = page(hers, where)
    assert found.index("Fortnightly") < found.index("Monthly") < found.index("You look back together")
    assert "Ben proposes a plan to be in touch less." in page(hers, f"/together/{pairing.pk}/")
    hers.post(f"{where}{plan.pk}/agreement/")
    assert "You both agree" in page(his, where)
    hers.post(f"{where}{plan.pk}/calling-off/")
    assert "There is no plan" in page(his, where)


def test_what_is_wrong_with_the_days_is_said(ben: Person, pairing: Pairing, signed_in_as: As) -> None:
    said = {"from_1": in_days(7), "often_1": "Fortnightly", "until": in_days(5)}
    answer = signed_in_as(ben).post(f"/together/{pairing.pk}/step-down/proposal/", said)
    assert "Choose a day after the last part begins, within two years." in answer.content.decode()


def test_the_end_says_what_will_happen_and_asks_for_nothing(ada: Person, pairing: Pairing, signed_in_as: As) -> None:
    goal_of_both(pairing)
    hers, where = signed_in_as(ada), f"/together/{pairing.pk}/"
    found = page(hers, f"{where}ending/")
    assert "your answers and your place in the queue are kept" in found
    assert "To the shop alone" in found

    answer = hers.post(f"{where}ending/", {"words": "Thank you.", "later": "1"}, follow=True)
    assert "Nothing has ended." in answer.content.decode()
    assert "Thank you." in page(hers, f"{where}ending/")
    hers.post(f"{where}ending/", {})
    assert (fresh(pairing).state, LookBack.objects.get().wish) == ("ended", "")
    assert "On the way" in page(hers, f"{where}looking-back/")
    assert hers.get(f"{where}ending/").status_code == 409


def test_each_wish_leads_on(ada: Person, pairing: Pairing, signed_in_as: As) -> None:
    hers = signed_in_as(ada)
    hers.post(f"/together/{pairing.pk}/ending/", {"wish": "peer"})
    for wish, leads_to in (("peer", "Ask for a peer"), ("network", "Look at the networks"), ("nothing", "Ask again")):
        LookBack.objects.update(wish=wish)
        assert leads_to in page(hers, f"/together/{pairing.pk}/looking-back/"), wish


def test_a_helper_is_asked_for_no_wish(ben: Person, pairing: Pairing, signed_in_as: As) -> None:
    his = signed_in_as(ben)
    found = page(his, f"/together/{pairing.pk}/ending/")
    assert "What would you like next?" not in found
    assert "Ada waits for someone else in their old place" in found
    his.post(f"/together/{pairing.pk}/ending/", {"words": "", "wish": "nothing"})
    assert "What comes next" not in page(his, f"/together/{pairing.pk}/looking-back/")


def test_the_way_back(ada: Person, eve: Person, pairing: Pairing, signed_in_as: As) -> None:
    hers = signed_in_as(ada)
    # Whoever has somebody, or has never asked, is led to where that is.
    assert hers.get("/together/way-back/").status_code == 302
    assert signed_in_as(eve).get("/together/way-back/").status_code == 302
    end_pairing(by=ada, pairing=fresh(pairing), look_again=False, at=NOW)
    found = page(hers, "/together/way-back/")
    assert "Ben again, if there is a place" in found
    assert "You have the place in the queue that you had." in found
    assert "Ask again" in page(hers, "/home/")
    answer = hers.post("/together/way-back/", {"wish": "same"}, follow=True)
    assert "Nothing is sent yet." in answer.content.decode()
    assert Request.objects.open().get(person=ada).wish_names == "Ben"
