"""Measures take effect in the networks they are for, exactly once, and lifting ends exactly what they did."""

import json
from datetime import datetime, timedelta

import pytest
from django.db import transaction

from networks.models import Membership, Network, Post, Resource, Thread
from networks.operations import IsMuted, MayNotPost
from networks.rules import is_kept_out, may_ask_again, must_ask
from people.models import Person
from safeguarding.models import Appeal, Concern, Measure, Moderator
from safeguarding.operations import let_moderate
from safeguarding.signals import measure_lifted, measure_taken
from tests.fixtures import NOW, Ear
from tests.networks.conftest import enter, reply

LATER = NOW + timedelta(hours=1)
Kind = Measure.Kind


def take(
    kind: str, about: Person, scope: str, *, on: str = "", until: datetime | None = None, was: str = ""
) -> Measure:
    """As safeguarding takes it: the row, then the news."""
    subject_kind, _, reference = on.partition(" ")
    concern = Concern.objects.create(
        about=about,
        reason="abuse",
        scope=scope,
        due_at=NOW,
        raised_at=NOW,
        evidence_kind=subject_kind or "post",
        evidence_reference=reference,
        evidence_author="X",
        evidence_text=was,
        evidence_written_at=NOW,
    )
    measure = Measure.objects.create(
        kind=kind,
        concern=concern,
        about=about,
        scope=scope,
        subject_kind=subject_kind,
        subject_reference=reference,
        reason="abuse",
        at=NOW,
        until=until,
    )
    with transaction.atomic():  # As the safeguarding operation sends it.
        measure_taken.send(sender=Measure, measure=measure, by=None, at=NOW)
    return measure


def lift(measure: Measure, *, upheld: bool = False, by: Person | None = None) -> None:
    if upheld:
        Appeal.objects.create(measure=measure, words="No", made_at=NOW, due_at=LATER, state=Appeal.State.UPHELD)
    Measure.objects.filter(pk=measure.pk).update(lifted_at=LATER)
    measure.refresh_from_db()
    with transaction.atomic():
        measure_lifted.send(sender=Measure, measure=measure, by=by, at=LATER)


def state(thing: Post | Membership) -> str:
    thing.refresh_from_db()
    return thing.state


def on(post: Post) -> str:
    return f"post {post.pk}"


# -- Words


@pytest.fixture
def words(ben: Person, wren: Membership, nights: Thread) -> Post:
    """What Ben replied."""
    return reply(ben, nights, "Mean words.")


@pytest.mark.parametrize(
    ("taken", "then"),
    [
        (["hold"], "held"),
        (["hide"], "hidden"),
        (["hold", "hide"], "hidden"),
        (["hide", "hold"], "hidden"),
        (["note"], "shown"),
        (["mute"], "shown"),
    ],
)
def test_how_a_post_stands_while_measures_are_in_force(taken: list[str], then: str, ben: Person, words: Post) -> None:
    for kind in taken:
        take(kind, ben, words.thread.network.scope, on=on(words) if kind in Measure.ON_WORDS else "")

    assert state(words) == then


@pytest.mark.parametrize(
    ("taken", "lifted", "then"),
    [
        (["hold"], ["hold"], "shown"),
        (["hide"], ["hide"], "shown"),
        (["hold", "hide"], ["hide"], "held"),
        (["hold", "hide"], ["hold"], "hidden"),
        (["hold", "hide"], ["hold", "hide"], "shown"),
        (["hold", "hide"], ["hide", "hold"], "shown"),
    ],
)
def test_how_a_post_stands_once_some_are_lifted(
    taken: list[str], lifted: list[str], then: str, ben: Person, words: Post
) -> None:
    made = {kind: take(kind, ben, words.thread.network.scope, on=on(words)) for kind in taken}
    for kind in lifted:
        lift(made[kind])

    assert state(words) == then


@pytest.mark.parametrize(
    ("before", "kind", "then", "once_lifted"),
    [
        ("withdrawn", "hold", "withdrawn", "withdrawn"),
        ("withdrawn", "hide", "withdrawn", "withdrawn"),
        ("waiting", "hold", "waiting", "waiting"),
        ("waiting", "hide", "hidden", "shown"),
    ],
)
def test_what_was_taken_back_stays_so_and_what_waits_is_read(
    before: str, kind: str, then: str, once_lifted: str, ben: Person, words: Post
) -> None:
    Post.objects.update(state=before)
    measure = take(kind, ben, words.thread.network.scope, on=on(words))
    assert state(words) == then
    lift(measure)
    assert state(words) == once_lifted


def test_the_news_coming_twice_changes_nothing(ben: Person, words: Post) -> None:
    measure = take("hold", ben, words.thread.network.scope, on=on(words))
    with transaction.atomic():  # As the safeguarding operation sends it.
        measure_taken.send(sender=Measure, measure=measure, by=None, at=NOW)
    assert state(words) == "held"
    lift(measure)
    measure_lifted.send(sender=Measure, measure=measure, by=None, at=LATER)
    assert state(words) == "shown"


def test_a_first_post_takes_its_thread_along(ada: Person, ben: Person, wren: Membership, nights: Thread) -> None:
    measure = take("hide", ada, nights.network.scope, on=on(nights.posts.get()))
    assert not Thread.objects.visible_to(ben).exists()
    lift(measure)
    assert Thread.objects.visible_to(ben).get() == nights


@pytest.mark.parametrize("scope", ["network:0", "conversation:1", "network:"])
def test_what_is_for_another_place_does_nothing_here(scope: str, ben: Person, words: Post) -> None:
    take("hide", ben, scope, on=on(words))
    for kind in ("mute", "remove", "ban"):
        take(kind, ben, scope, until=LATER)

    assert (state(words), state(words.author), words.author.muted_until) == ("shown", "joined", None)


def test_the_words_of_an_account_that_is_gone_are_hidden_too(ben: Person, words: Post) -> None:
    measure = take("hold", ben, words.thread.network.scope, on=on(words))
    lift(measure)
    gone = take("hide", ben, words.thread.network.scope, on=on(words))
    Measure.objects.filter(pk=gone.pk).update(about=None)
    gone.refresh_from_db()
    measure_taken.send(sender=Measure, measure=gone, by=None, at=NOW)
    assert state(words) == "hidden"


@pytest.mark.django_db(transaction=True)
def test_open_pages_of_those_who_saw_it_hear_of_it(
    ear: Ear, ada: Person, ben: Person, eve: Person, words: Post
) -> None:
    ear.heard.clear()
    take("hold", ben, words.thread.network.scope, on=on(words))

    [news] = ear.heard
    assert json.loads(news.text) == {"type": "thread.changed", "thread": words.thread_id, "seq": 2, "changes": 1}
    assert set(news.people) == {ada.pk, ben.pk}


# -- A page that the network keeps, and a name


@pytest.fixture
def page(carers: Network) -> Resource:
    return Resource.objects.create(network=carers, title="Money", body="Words", changed_at=NOW)


def test_a_page_that_is_kept_back_is_gone_until_it_is_not(ada: Person, page: Resource) -> None:
    held = take("hold", ada, page.network.scope, on=f"resource {page.pk}")
    hidden = take("hide", ada, page.network.scope, on=f"resource {page.pk}")
    assert not Resource.objects.kept().exists()
    lift(held)
    assert not Resource.objects.kept().exists()
    lift(hidden)
    assert Resource.objects.kept().get() == page


def test_a_page_that_a_host_removed_stays_removed(ada: Person, page: Resource) -> None:
    Resource.objects.update(removed_at=NOW - timedelta(days=1))
    lift(take("hide", ada, page.network.scope, on=f"resource {page.pk}"))

    assert not Resource.objects.kept().exists()


def test_a_name_that_is_kept_back_is_replaced_and_comes_back_if_it_is_free(ben: Person, wren: Membership) -> None:
    def name() -> str:
        wren.refresh_from_db()
        return wren.chosen_name

    scope, subject = wren.network.scope, f"name {wren.pk}"
    enter(Person.objects.create(chosen_name="N"), wren.network, "Member 3")
    measure = take("hold", ben, scope, on=subject, was="Wren")
    with transaction.atomic():  # As the safeguarding operation sends it.
        measure_taken.send(sender=Measure, measure=measure, by=None, at=NOW)
    assert name() == "Member 4"
    lift(measure)
    assert name() == "Wren"

    again = take("hide", ben, scope, on=subject, was="Wren")
    assert name() == "Member 4"
    enter(Person.objects.create(chosen_name="M"), wren.network, "wren")
    lift(again)
    assert name() == "Member 4"


# -- People


def test_a_mute_lasts_until_the_last_one_ends(ben: Person, wren: Membership, nights: Thread) -> None:
    scope, one, two = wren.network.scope, NOW + timedelta(days=1), NOW + timedelta(days=2)
    long, short = take("mute", ben, scope, until=two), take("mute", ben, "", until=one)
    wren.refresh_from_db()
    assert wren.muted_until == two
    with pytest.raises(IsMuted):
        reply(ben, nights)

    lift(long)
    wren.refresh_from_db()
    assert wren.muted_until == one
    lift(short)
    wren.refresh_from_db()
    assert wren.muted_until is None
    assert reply(ben, nights).seq == 2


@pytest.mark.parametrize(
    ("before", "removed", "banned"),
    [
        ("joined", "removed", "banned"),
        ("asked", "refused", "banned"),
        ("left", "left", "banned"),
        ("refused", "refused", "banned"),
        ("removed", "removed", "banned"),
        ("banned", "banned", "banned"),
    ],
)
def test_where_removal_and_ban_lead(
    before: str, removed: str, banned: str, ben: Person, carers: Network, pain: Network
) -> None:
    here, there = enter(ben, carers, "Wren", state=before), enter(ben, pain, "Kite", state=before)
    take("remove", ben, carers.scope)
    take("ban", ben, pain.scope)

    assert (state(here), state(there)) == (removed, banned)


@pytest.mark.parametrize("kind", ["remove", "ban"])
def test_out_of_all_networks_of_the_service(kind: str, ben: Person, carers: Network, pain: Network) -> None:
    parts = [enter(ben, carers, "Wren"), enter(ben, pain, "Kite")]
    measure = take(kind, ben, "")
    out = {"remove": "removed", "ban": "banned"}[kind]
    assert [state(one) for one in parts] == [out, out]
    lift(measure, upheld=True)
    assert [state(one) for one in parts] == ["joined", "joined"]


@pytest.mark.parametrize(
    ("kind", "before", "upheld", "then"),
    [
        ("remove", "joined", True, "joined"),
        ("remove", "joined", False, "left"),
        ("ban", "joined", True, "joined"),
        ("ban", "joined", False, "left"),
        ("ban", "left", True, "left"),
        ("ban", "asked", True, "left"),
        ("ban", "refused", True, "left"),
        ("remove", "left", True, "left"),
    ],
)
def test_who_was_put_out_wrongly_is_in_again_and_others_may_come_back(
    kind: str, before: str, upheld: bool, then: str, ben: Person, carers: Network
) -> None:
    membership = enter(ben, carers, "Wren", state=before)
    lift(take(kind, ben, carers.scope), upheld=upheld)

    assert state(membership) == then


def test_a_second_measure_goes_on_when_the_first_is_lifted(ben: Person, wren: Membership) -> None:
    scope = wren.network.scope
    removal, ban = take("remove", ben, scope), take("ban", ben, scope)
    everywhere = take("ban", ben, "")

    lift(ban, upheld=True)
    assert state(wren) == "banned"
    lift(everywhere)
    assert state(wren) == "removed"
    lift(removal, upheld=True)
    assert state(wren) == "joined"


def test_a_host_is_host_and_moderator_no_more_and_again_where_it_was_wrong(cleo: Person, carers: Network) -> None:
    robin = enter(cleo, carers, "Robin", is_host=True)
    enter(Person.objects.create(chosen_name="K"), carers, "Kite", is_host=True)
    let_moderate(person=cleo, scope=carers.scope, at=NOW - timedelta(days=1))
    measure = take("remove", cleo, carers.scope)
    robin.refresh_from_db()
    assert (robin.is_host, Moderator.objects.current().filter(person=cleo).exists()) == (False, False)

    lift(measure, upheld=True)
    robin.refresh_from_db()
    assert (robin.is_host, Moderator.objects.current().filter(person=cleo).exists()) == (True, True)


def test_who_was_no_host_becomes_none(ben: Person, wren: Membership) -> None:
    lift(take("remove", ben, wren.network.scope), upheld=True)
    wren.refresh_from_db()
    assert (wren.state, wren.is_host) == ("joined", False)


@pytest.mark.parametrize(("kind", "told"), [("remove", True), ("ban", True), ("mute", False), ("note", False)])
@pytest.mark.django_db(transaction=True)
def test_the_open_pages_of_who_is_out_hear_that_they_are_to_stop(
    kind: str, told: bool, ear: Ear, ada: Person, ben: Person, heron: Membership, wren: Membership
) -> None:
    take(kind, ben, wren.network.scope, until=LATER)

    frames = [(one.people, json.loads(one.text)) for one in ear.heard if "network.left" in one.text]
    assert frames == ([([ben.pk], {"type": "network.left", "network": wren.network_id})] if told else [])


@pytest.mark.django_db(transaction=True)
def test_who_is_out_reads_writes_and_hears_nothing(
    ear: Ear, ada: Person, ben: Person, wren: Membership, nights: Thread
) -> None:
    take("remove", ben, wren.network.scope)
    ear.heard.clear()
    reply(ada, nights)

    assert [ben.pk in one.people for one in ear.heard] == [False]
    assert not Post.objects.visible_to(ben).exists()
    with pytest.raises(MayNotPost):
        reply(ben, nights)


def test_the_coordinators_are_told_when_the_last_host_is_put_out(cleo: Person, dev: Person, carers: Network) -> None:
    other = Person.objects.create(chosen_name="K")
    robin, _ = enter(cleo, carers, "Robin", is_host=True), enter(other, carers, "Kite", is_host=True)
    take("remove", cleo, carers.scope)
    assert dev.notices.count() == 0
    take("ban", other, carers.scope)
    notice = dev.notices.get()
    assert (notice.subject, notice.path) == ("A network has no host", "/networks/care/")
    assert "arers" not in notice.subject + notice.body
    assert state(robin) == "removed"


# -- The rules of coming back


@pytest.mark.parametrize(
    ("kind", "scope", "kept_out", "asks"),
    [
        ("ban", "here", True, False),
        ("ban", "", True, False),
        ("ban", "elsewhere", False, False),
        ("remove", "here", False, True),
        ("remove", "", False, True),
        ("remove", "elsewhere", False, False),
        ("mute", "here", False, False),
        ("note", "here", False, False),
    ],
)
def test_who_is_kept_out_and_who_must_ask(
    kind: str, scope: str, kept_out: bool, asks: bool, ben: Person, carers: Network, pain: Network
) -> None:
    """Also for who has no part in the network at present."""
    measure = take(kind, ben, {"here": carers.scope, "elsewhere": pain.scope}.get(scope, scope))
    assert (is_kept_out(ben, carers, NOW), must_ask(ben, carers, NOW)) == (kept_out, asks)
    lift(measure)
    assert (is_kept_out(ben, carers, LATER), must_ask(ben, carers, LATER)) == (False, False)


@pytest.mark.parametrize(
    ("standing", "days", "may"),
    [("removed", 0, False), ("removed", 27, False), ("removed", 28, True), ("banned", 1000, False), ("left", 0, True)],
)
def test_when_one_may_ask_again(standing: str, days: int, may: bool, ben: Person, carers: Network) -> None:
    membership = enter(ben, carers, "Wren", state=standing)

    assert may_ask_again(membership, NOW + timedelta(days=days)) is may
