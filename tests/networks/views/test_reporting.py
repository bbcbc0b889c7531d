"""Reporting a post and blocking its author, by form."""

from networks.models import Membership, Thread
from people.models import Person
from safeguarding.models import Block, Concern
from tests.networks.conftest import reply
from tests.networks.views.conftest import As


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
