"""What is shown to whom: ages, membership, blocks, and pages that stay."""

from datetime import timedelta

from networks import queries
from networks.models import Membership, Network, Post, Thread, ThreadPlace
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW
from tests.networks.conftest import enter, make_network, reply


def names(person: Person, word: str = "") -> list[str]:
    return [network.name for network in queries.networks_for(person, queries.Wanted(word=word))]


def test_adults_and_under_18s_see_their_own_networks_and_who_gave_no_age_sees_the_adults_door(
    ada: Person, finn: Person, gwen: Person, dev: Person, carers: Network, young: Network
) -> None:
    assert names(ada) == ["Carers"]
    assert names(gwen) == ["Carers"]
    assert names(finn) == ["Young carers"]
    assert names(dev) == ["Carers", "Young carers"]


def test_joined_ones_come_first_with_how_many_are_in_them(ada: Person, ben: Person, carers: Network) -> None:
    walkers = make_network("Walkers")
    enter(ada, walkers, "Heron")
    enter(ben, walkers, "Wren")
    enter(ben, carers, "Robin", state=Membership.State.LEFT)

    found = queries.networks_for(ada)

    assert [(one.name, one.is_mine, one.standing, one.members, one.discussions) for one in found] == [  # type: ignore[attr-defined]
        ("Walkers", True, "joined", 2, 0),
        ("Carers", False, "", 0, 0),
    ]


def test_numbers_on_a_card_leave_out_who_is_kept_apart(
    ada: Person, ben: Person, cleo: Person, nights: Thread, heron: Membership
) -> None:
    enter(cleo, nights.network, "Wren")
    block(by=ben, person=ada, known_as="Heron", at=NOW)

    found = [[(one.members, one.discussions) for one in queries.networks_for(who)] for who in (ben, cleo)]  # type: ignore[attr-defined]

    assert found == [[(1, 0)], [(2, 1)]]


def test_a_word_is_looked_for_in_name_and_purpose(ada: Person, carers: Network, pain: Network) -> None:
    make_network("Walkers", purpose="Out of doors with a bad back, and PAIN.")

    assert names(ada, "pain") == ["Living with pain", "Walkers"]
    assert names(ada, "%") == []


def test_threads_are_for_who_has_joined(
    ada: Person, ben: Person, dev: Person, eve: Person, nights: Thread, heron: Membership
) -> None:
    enter(ben, nights.network, "Wren", state=Membership.State.ASKED)

    assert [list(queries.threads_for(person)) for person in (ada, ben, dev, eve)] == [[nights], [], [], []]
    assert [queries.posts_for(person).count() for person in (ada, ben, dev, eve)] == [1, 0, 0, 0]


def test_who_changes_the_age_group_is_outside_at_once(ada: Person, nights: Thread) -> None:
    Person.objects.filter(pk=ada.pk).update(age_group="under_18")

    assert list(queries.threads_for(Person.objects.get(pk=ada.pk))) == []
    assert queries.who_hears_of(nights.posts.get()) == []


def test_a_blocked_pair_sees_nothing_of_each_other_in_any_list_or_count(
    ada: Person, ben: Person, cleo: Person, nights: Thread, wren: Membership
) -> None:
    enter(cleo, nights.network, "Robin")
    said = reply(ben, nights, "I am Wren.")
    reply(cleo, nights, "I am Robin.")
    late = reply(ben, nights, "Wren again.")
    Post.objects.filter(pk=late.pk).update(posted_at=NOW + timedelta(hours=1))
    block(by=ada, person=ben, known_as="Wren", at=NOW)

    mine, theirs, others = (list(queries.threads_of(nights.network, one)) for one in (ada, ben, cleo))

    assert [(one.title, one.replies, one.latest) for one in mine] == [("Nights", 1, NOW)]  # type: ignore[attr-defined]
    # Ada began it, so for Ben there is no such thread.
    assert theirs == []
    assert [(one.replies, one.latest) for one in others] == [(3, NOW + timedelta(hours=1))]  # type: ignore[attr-defined]
    assert [post.body for post in queries.posts_for(ada).order_by("seq")] == ["How do you sleep?", "I am Robin."]
    assert queries.posts_for(ben).count() == 0
    assert queries.posts_by_others(ada).filter(pk=said.pk).exists() is False


def test_news_goes_to_members_except_across_a_block(
    ada: Person, ben: Person, cleo: Person, eve: Person, nights: Thread, wren: Membership
) -> None:
    enter(cleo, nights.network, "Robin")
    enter(eve, nights.network, "Swift", state=Membership.State.LEFT)

    opening, answer, third = nights.posts.get(), reply(ben, nights), reply(cleo, nights)

    assert set(queries.who_hears_of(opening)) == {ada.pk, ben.pk, cleo.pk}
    block(by=ben, person=ada, known_as="Heron", at=NOW)
    assert set(queries.who_hears_of(opening)) == {ada.pk, cleo.pk}
    assert set(queries.who_hears_of(answer)) == {ben.pk, cleo.pk}
    # Ben does not see what Ada began, so he hears of nothing in it.
    assert set(queries.who_hears_of(third)) == {ada.pk, cleo.pk}


def test_what_is_kept_back_is_heard_by_its_author_and_the_hosts(
    ada: Person, ben: Person, cleo: Person, eve: Person, nights: Thread, wren: Membership
) -> None:
    enter(cleo, nights.network, "Robin", is_host=True)
    enter(eve, nights.network, "Swift")
    answer = reply(ben, nights)
    answer.state = Post.State.HELD

    assert set(queries.who_hears_of(answer)) == {ben.pk, cleo.pk}


def test_what_is_private_is_heard_by_who_has_a_place_there(
    ada: Person, ben: Person, cleo: Person, nights: Thread, heron: Membership, wren: Membership
) -> None:
    enter(cleo, nights.network, "Robin", is_host=True)
    Thread.objects.filter(pk=nights.pk).update(kind=Thread.Kind.PRIVATE)
    ThreadPlace.objects.bulk_create(ThreadPlace(thread=nights, membership=one) for one in (heron, wren))
    answer = reply(ben, Thread.objects.get(pk=nights.pk))

    assert set(queries.who_hears_of(answer)) == {ada.pk, ben.pk}
    assert [queries.posts_for(person).count() for person in (ada, ben, cleo)] == [2, 2, 0]


def test_a_post_stays_on_its_page(ada: Person, ben: Person, nights: Thread, wren: Membership) -> None:
    for number in range(2, 54):
        reply(ben, nights, f"Post {number}")
    nights.refresh_from_db()

    first, posts = queries.page_of_posts(nights, ada, 1)
    second, rest = queries.page_of_posts(nights, ada, "2")

    assert [post.seq for post in posts] == list(range(1, 51))
    assert [post.seq for post in rest] == [51, 52, 53]
    assert (first.has_next(), second.has_next(), second.end_index()) == (True, False, 53)
    assert [queries.page_of_seq(seq) for seq in (1, 50, 51, 100, 101)] == [1, 1, 2, 2, 3]


def test_what_came_since(ada: Person, nights: Thread) -> None:
    for number in range(2, 54):
        reply(ada, nights, f"Post {number}")

    assert [post.seq for post in queries.posts_since(nights, ada, 50)] == [51, 52, 53]
    assert [post.seq for post in queries.posts_since(nights, ada, 0)] == list(range(1, 51))
    assert queries.posts_since(nights, ada, 53) == []


def test_hosts_see_who_asks_and_everybody_their_own(ada: Person, ben: Person, cleo: Person, pain: Network) -> None:
    host = enter(cleo, pain, "Robin", is_host=True)
    asking = enter(ada, pain, "Heron", state=Membership.State.ASKED)
    member = enter(ben, pain, "Wren")

    assert list(queries.asking_to_join(pain)) == [asking]
    assert set(queries.memberships_for(cleo)) == {host, asking, member}
    assert set(queries.memberships_for(ben)) == {member}
    assert list(queries.hosts_of(pain)) == [host]
    assert list(queries.fellow_members(pain)) == [member]
    assert list(queries.networks_hosted_by(cleo)) == [pain]
    assert list(queries.networks_hosted_by(ben)) == []
