"""Reporting a post and blocking its author, by form."""

import pytest

from networks.models import Membership, Network, Resource, Thread
from people.models import Person
from safeguarding.models import Block, Concern
from safeguarding.operations import block
from tests.fixtures import NOW, As
from tests.networks.conftest import reply


def test_reporting_takes_one_press(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    post = reply(ben, nights, "Mean words.")
    client, path = signed_in_as(ada), f"/networks/posts/{post.pk}/report/"
    assert f'action="{path}"' in client.get(f"/networks/carers/threads/{nights.pk}/").content.decode()
    assert "Mean words." in client.get(path).content.decode()
    assert Concern.objects.count() == 0

    answer = client.post(path)

    concern = Concern.objects.get()
    back = f"%2Fnetworks%2Fcarers%2Fthreads%2F{nights.pk}%2F%23post-2"
    assert answer.headers["Location"] == f"/safety/reports/{concern.pk}/?next={back}"
    assert (concern.about, concern.evidence_author, concern.reason) == (ben, "Wren", "other")
    assert "these words and the few right before them" in client.get(answer.headers["Location"]).content.decode()


def test_blocking_from_the_report_keeps_to_the_chosen_name(
    ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    client = signed_in_as(ada)
    page = client.post(f"/networks/posts/{reply(ben, nights).pk}/report/", follow=True).content.decode()
    assert "Wren" in page
    assert "Ben" not in page
    client.post(f"/safety/reports/{Concern.objects.get().pk}/block/")
    assert (Block.objects.get().person, Block.objects.get().known_as) == (ben, "Wren")


def test_blocking(ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As) -> None:
    post = reply(ben, nights)
    client, path = signed_in_as(ada), f"/networks/posts/{post.pk}/block/"
    assert "Block Wren?" in client.get(path).content.decode()

    assert client.post(path).headers["Location"] == "/networks/carers/"
    assert Block.objects.get().known_as == "Wren"
    assert client.get(path).status_code == 404


def test_ones_own_post_can_be_neither_reported_nor_blocked(
    ben: Person, wren: Membership, nights: Thread, signed_in_as: As
) -> None:
    post = reply(ben, nights)

    for path in (f"/networks/posts/{post.pk}/report/", f"/networks/posts/{post.pk}/block/"):
        assert signed_in_as(ben).get(path).status_code == 404


@pytest.fixture
def page(carers: Network, heron: Membership, wren: Membership) -> Resource:
    """A page whose second version Ben wrote."""
    made = Resource.objects.create(network=carers, title="Money", body="B", version=2, changed_at=NOW)
    for version, body in ((1, "Kind words"), (2, "Mean words")):
        made.versions.create(version=version, title="Money", body=body, by=wren, at=NOW)
    return made


def test_what_else_somebody_wrote_is_reported_in_one_press(
    ada: Person,
    ben: Person,
    carers: Network,
    wren: Membership,
    page: Resource,
    signed_in_as: As,
) -> None:
    client = signed_in_as(ada)
    for path, kind, reference, text in (
        (f"memberships/{wren.pk}", "name", wren.pk, "Wren"),
        (f"resources/{page.pk}", "resource", page.pk, "Money\n\nMean words"),
    ):
        assert client.get(f"/networks/{path}/report/").status_code == 200
        assert client.post(f"/networks/{path}/report/").headers["Location"].startswith("/safety/reports/")
        concern = Concern.objects.latest("pk")
        assert (concern.about, concern.scope, concern.evidence_author) == (ben, carers.scope, "Wren")
        assert (concern.evidence_kind, concern.evidence_reference) == (kind, str(reference))
        assert (concern.evidence_text, concern.evidence_place) == (text, "Carers")


def test_others_and_those_kept_apart_find_nothing_to_report(
    ada: Person, ben: Person, eve: Person, wren: Membership, page: Resource, signed_in_as: As
) -> None:
    paths = [f"memberships/{wren.pk}", f"resources/{page.pk}"]
    for person in (ben, eve):
        client = signed_in_as(person)
        assert [client.post(f"/networks/{path}/report/").status_code for path in paths] == [404] * 2
    block(by=ben, person=ada, known_as="Heron", at=NOW)
    client = signed_in_as(ada)
    # A page is the network's, whoever wrote it last.
    assert [client.get(f"/networks/{path}/report/").status_code for path in paths] == [404, 200]
    assert Concern.objects.count() == 0
