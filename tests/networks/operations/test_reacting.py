"""Reactions: to what, by whom, and who is counted for whom."""

from contextlib import suppress

import pytest

from networks.models import Membership, Post, Reaction, Thread
from networks.operations import MayNotPost, MayNotReact, NoSuchReaction, react_to_post
from networks.queries import Felt, drawn
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW
from tests.networks.conftest import enter, reply


def react(by: Person, post: Post, kind: str = "thanks", *, on: bool = True) -> None:
    react_to_post(by=by, post=post, kind=kind, on=on, at=NOW)


@pytest.mark.parametrize("state", ["shown", "waiting", "held", "hidden", "withdrawn"])
@pytest.mark.parametrize(("who", "may"), [("author", False), ("member", True), ("host", True), ("outsider", False)])
def test_who_may_react_to_what(
    ada: Person,
    ben: Person,
    cleo: Person,
    eve: Person,
    wren: Membership,
    nights: Thread,
    who: str,
    may: bool,
    state: str,
) -> None:
    enter(cleo, nights.network, "Robin", is_host=True)
    post = reply(ben, nights)
    Post.objects.filter(pk=post.pk).update(state=state)
    by = {"author": ben, "member": ada, "host": cleo, "outsider": eve}[who]

    with suppress(MayNotReact, MayNotPost):
        react(by, post)
    assert Reaction.objects.exists() is (may and state == "shown")


def test_a_second_press_of_the_same_changes_nothing_and_there_are_three_ways(
    ada: Person, ben: Person, wren: Membership, nights: Thread
) -> None:
    post = reply(ben, nights)
    for kind, on in (("thanks", True), ("thanks", True), ("same", True), ("same", False), ("same", False)):
        react(ada, post, kind, on=on)

    assert [one.kind for one in Reaction.objects.all()] == ["thanks"]
    with pytest.raises(NoSuchReaction):
        react(ada, post, "angry")


def test_counts_for_all_names_for_the_author_and_nobody_across_a_block(
    ada: Person, ben: Person, cleo: Person, dev: Person, heron: Membership, wren: Membership, nights: Thread
) -> None:
    robin, plover = enter(cleo, nights.network, "Robin"), enter(dev, nights.network, "Plover")
    post = reply(ben, nights)
    react(ada, post)
    react(cleo, post)
    block(by=dev, person=cleo, known_as="Robin", at=NOW)

    felt = {one.chosen_name: drawn([post], one)[0].felt for one in (heron, wren, robin, plover)}

    thanks = Reaction.Kind.THANKS
    assert felt == {
        "Heron": (Felt(thanks, 2, is_mine=True),),
        "Wren": (Felt(thanks, 2, is_mine=False, names=("Heron", "Robin")),),
        "Robin": (Felt(thanks, 2, is_mine=True),),
        "Plover": (Felt(thanks, 1, is_mine=False),),
    }
