"""Doors of every kind, invitations, agreeing again, ideas and suggestions, by form."""

import pytest
from django.test import Client

from networks.models import Idea, Invitation, Membership, Network
from networks.operations import make_invitation
from people.models import Person, Topic
from tests.fixtures import NOW, As, CountQueries
from tests.matching.making import fresh
from tests.networks.conftest import enter, make_network
from tests.networks.views.test_browsing import page


@pytest.fixture
def quiet(cleo: Person) -> Network:
    """A hidden network that Cleo hosts."""
    network = make_network("Quiet corner", joining=Network.Joining.HIDDEN)
    enter(cleo, network, "Robin", is_host=True)
    return network


@pytest.fixture
def invitation(cleo: Person, quiet: Network, time_machine: object) -> Invitation:
    time_machine.move_to(NOW)  # type: ignore[attr-defined]
    return make_invitation(by=cleo, network=quiet, may_be_used=1, days=7, at=NOW)


def test_a_hidden_network_is_nowhere_for_who_is_outside(
    ada: Person, dev: Person, quiet: Network, anxiety: Topic, signed_in_as: As
) -> None:
    quiet.topics.add(anxiety)
    ada.topics.add(anxiety)
    hers, his = signed_in_as(ada), signed_in_as(dev)

    for path in ("/networks/", "/networks/?word=quiet", "/networks/suggestions/", "/home/"):
        assert "Quiet corner" not in page(hers, path), path
    for path in ("", "join/", "leave/", "about/", "not-for-me/"):
        assert hers.get(f"/networks/quiet-corner/{path}").status_code in (404, 405)
        assert hers.post(f"/networks/quiet-corner/{path}").status_code in (404, 405)
    assert "Quiet corner" in page(his, "/networks/")
    assert "By invitation, and nobody else" not in page(his, "/networks/quiet-corner/")


@pytest.mark.parametrize("change", [{"joining": "hidden"}, {"circle": "advisers"}])
def test_who_asked_before_it_was_closed_to_them_can_take_it_back(
    change: dict[str, str], ada: Person, pain: Network, signed_in_as: As
) -> None:
    asking = enter(ada, pain, "Heron", state=Membership.State.ASKED)
    Network.objects.update(**change)
    hers = signed_in_as(ada)

    for path in ("/networks/", "/networks/living-with-pain/", "/networks/living-with-pain/leave/"):
        assert "Living with pain" in page(hers, path), path
    hers.post("/networks/living-with-pain/leave/")
    assert fresh(asking).state == Membership.State.LEFT
    assert hers.get("/networks/living-with-pain/").status_code == 404


def test_by_invitation_the_door_says_so_and_lets_nobody_in(ada: Person, signed_in_as: As) -> None:
    make_network("Walkers", joining=Network.Joining.INVITATION)

    assert "One joins this network by invitation." in page(signed_in_as(ada), "/networks/walkers/")
    answer = signed_in_as(ada).post("/networks/walkers/join/", {"chosen_name": "Heron", "agreed": "on", "version": 1})
    assert answer.status_code == 403
    assert Membership.objects.count() == 0


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("area=north", ["Everywhere", "Northerners"]),
        ("language=cy", ["Northerners"]),
        ("topic=anxiety", ["Everywhere"]),
        ("topic=anxiety&language=cy", []),
        ("area=nowhere", ["Everywhere", "Northerners", "Southerners"]),
    ],
)
def test_looking_by_area_language_and_topic(
    ada: Person, eve: Person, anxiety: Topic, query: str, found: list[str], signed_in_as: As
) -> None:
    make_network("Northerners", area=ada.area, languages=["cy"])
    make_network("Southerners", area=eve.area)
    make_network("Everywhere").topics.add(anxiety)

    listed = page(signed_in_as(ada), f"/networks/?{query}")
    assert [name for name in ("Everywhere", "Northerners", "Southerners") if f'/{name.lower()}/">' in listed] == found


def _main(answer: str) -> str:
    return answer[answer.index("<main") : answer.index("</main>")]


def come(client: Client, invitation: Invitation, name: str = "Heron") -> int:
    said = {"chosen_name": name, "agreed": "on", "version": 1}
    return client.post(f"/networks/invitations/{invitation.code}/", said).status_code


def test_an_invitation_shows_the_door_and_lets_in(
    ada: Person, ben: Person, invitation: Invitation, signed_in_as: As
) -> None:
    path = f"/networks/invitations/{invitation.code}/"
    client = signed_in_as(ada)

    door = page(client, path)
    assert "Quiet corner, together." in door
    assert "Be kind." in door
    assert come(client, invitation, "Ada") == 200
    assert come(client, invitation) == 302
    assert client.get(path)["Location"] == "/networks/quiet-corner/"
    over = signed_in_as(ben).get(path)
    assert (over.status_code, "Quiet corner" in over.content.decode()) == (404, False)
    made_up = signed_in_as(ben).get("/networks/invitations/made-up/")
    assert made_up.status_code == 404
    assert _main(made_up.content.decode()) == _main(over.content.decode())


def test_without_an_age_or_of_another_one_nothing_is_seen(
    finn: Person, gwen: Person, invitation: Invitation, signed_in_as: As
) -> None:
    path = f"/networks/invitations/{invitation.code}/"

    assert signed_in_as(finn).get(path).status_code == 404
    asked = page(signed_in_as(gwen), path)
    assert ("tell us your age group" in asked, "Quiet corner" in asked) == (True, False)


@pytest.mark.parametrize("rows", [1, 3])
def test_invitations_are_listed_in_a_fixed_number_of_queries(
    cleo: Person, invitation: Invitation, rows: int, signed_in_as: As, count_queries: CountQueries
) -> None:
    for _ in range(rows - 1):
        make_invitation(by=cleo, network=invitation.network, may_be_used=1, days=7, at=NOW)
    assert count_queries(signed_in_as(cleo), "/networks/quiet-corner/invitations/") == 8


def test_a_host_makes_and_takes_back_invitations(cleo: Person, invitation: Invitation, signed_in_as: As) -> None:
    client = signed_in_as(cleo)
    path = "/networks/quiet-corner/invitations/"

    assert invitation.code in page(client, path)
    assert client.post(path, {"may_be_used": 0, "days": 7}).status_code == 200
    assert client.post(path, {"may_be_used": 3, "days": 7, "note": "Tuesday"}).status_code == 302
    assert Invitation.objects.count() == 2
    assert client.post(f"/networks/invitations/{invitation.pk}/withdrawal/").status_code == 302
    assert invitation.code not in page(client, path)
    assert "Taken back" in page(client, path)


def test_the_agreement_changes_and_is_agreed_to_as_it_was_read(
    ada: Person, cleo: Person, carers: Network, heron: Membership, signed_in_as: As
) -> None:
    enter(cleo, carers, "Robin", is_host=True)
    hers, his = signed_in_as(cleo), signed_in_as(ada)
    change = {"text": "Be kind. No photos.", "why": "Photos got about.", "version": 1}
    assert "The house agreement has changed" not in page(his, "/networks/carers/")
    assert hers.post("/networks/carers/agreement/", change).status_code == 302
    late = hers.post("/networks/carers/agreement/", change | {"text": "Other."})
    assert "changed while you read it" in late.content.decode()

    path = f"/networks/memberships/{heron.pk}/agreement/"
    for where in ("/networks/carers/", "/networks/carers/about/", "/networks/carers/threads/new/"):
        assert path in page(his, where), where
    assert "Photos got about." in page(his, path)
    older = his.post(path, {"agreed": "on", "version": 1}).content.decode()
    assert "changed while you read it" in older
    assert 'name="version" value="2"' in older
    assert his.post(path, {"agreed": "on", "version": 2})["Location"] == "/networks/carers/"
    assert fresh(heron).agreed_version == 2
    assert "The house agreement has changed" not in page(his, "/networks/carers/")
    about = page(his, "/networks/carers/about/")
    assert ("Photos got about." in about, "Version 2" in about) == (True, True)


def test_an_idea_goes_from_asking_to_yes(ada: Person, dev: Person, signed_in_as: As) -> None:
    words = {"name": "Night owls", "purpose": "For the sleepless.", "agreement": "Be kind.", "joining": "open"}
    hers, his = signed_in_as(ada), signed_in_as(dev)
    assert (
        "You use this name elsewhere"
        in hers.post("/networks/ideas/new/", words | {"host_name": "Ada"}).content.decode()
    )
    assert hers.post("/networks/ideas/new/", words | {"host_name": "Owl"}).status_code == 302
    idea = Idea.objects.get()
    assert "Night owls" in page(his, "/networks/ideas/")
    assert hers.get(f"/networks/ideas/{idea.pk}/founding/").status_code == 403

    yes = words | {"circle": "everyone", "first_look": "newcomers"}
    make_network("Taken")
    taken = his.post(f"/networks/ideas/{idea.pk}/founding/", yes | {"name": "Taken"})
    assert "There is a network of this name." in taken.content.decode()
    assert his.post(f"/networks/ideas/{idea.pk}/founding/", yes).status_code == 302
    assert his.post(f"/networks/ideas/{idea.pk}/founding/", yes | {"name": "Again"}).status_code == 409
    assert his.post(f"/networks/ideas/{idea.pk}/refusal/", {"answer": "No."}).status_code == 409
    assert "Go to the network" in page(hers, f"/networks/ideas/{idea.pk}/")


@pytest.mark.parametrize("rows", [1, 3])
def test_ideas_are_listed_in_a_fixed_number_of_queries(
    ada: Person, dev: Person, rows: int, signed_in_as: As, count_queries: CountQueries
) -> None:
    for number in range(rows):
        Idea.objects.create(by=ada, name=f"Idea {number}", purpose="p", agreement="a", host_name="Owl", asked_at=NOW)
    assert count_queries(signed_in_as(dev), "/networks/ideas/") == 8


def test_what_matters_is_said_and_a_suggestion_put_aside(ada: Person, anxiety: Topic, signed_in_as: As) -> None:
    make_network("Calm").topics.add(anxiety)
    client = signed_in_as(ada)
    path = "/networks/suggestions/"
    assert "None fits yet" in page(client, path)

    assert client.post(path, {"topics": [anxiety.pk]}).status_code == 302
    assert f"You said: {anxiety.name}" in page(client, path)
    assert f"You said: {anxiety.name}" in page(client, "/home/")
    client.post("/networks/calm/not-for-me/")
    assert "None fits yet" in page(client, path)
    client.post("/networks/suggestions/again/")
    assert "Calm" in page(client, path)


def test_a_group_worth_founding_fills_in_the_form(dev: Person, anxiety: Topic, signed_in_as: As) -> None:
    filled = page(signed_in_as(dev), f"/networks/new/?topics={anxiety.pk}&languages=cy&for_under_18s=young&area=x")

    for value in (str(anxiety.pk), "cy", "young"):
        assert f'value="{value}"' in filled
    assert filled.count("checked") >= 3
