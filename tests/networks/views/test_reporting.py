"""Reporting a post and blocking its author, by form."""

from networks.models import Membership, Thread
from people.models import Person
from safeguarding.models import Block, Concern
from tests.networks.conftest import reply
from tests.networks.views.conftest import As


def test_reporting(ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As) -> None:
    post = reply(ben, nights, "Mean words.")
    client, path = signed_in_as(ada), f"/networks/posts/{post.pk}/report/"
    assert "Mean words." in client.get(path).content.decode()

    answer = client.post(path, {"reason": "abuse", "words": ""})

    assert answer.headers["Location"] == f"/networks/carers/threads/{nights.pk}/#post-2"
    concern = Concern.objects.get()
    assert (concern.about, concern.evidence_author) == (ben, "Wren")


def test_a_report_needs_a_reason(ada: Person, ben: Person, wren: Membership, nights: Thread, signed_in_as: As) -> None:
    post = reply(ben, nights)

    assert signed_in_as(ada).post(f"/networks/posts/{post.pk}/report/", {"words": "x"}).status_code == 200
    assert Concern.objects.count() == 0


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
