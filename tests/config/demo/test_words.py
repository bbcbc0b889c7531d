"""The words of the town can be read, know only topics there are, and do not repeat themselves."""

from collections import Counter
from collections.abc import Iterator

import pytest

from config.demo.casting import STORIES
from config.demo.talking import BETWEEN, DIALOGUES
from config.demo.town import GUISES
from config.demo.words import hopes
from config.demo.words.advisers import ADVISERS
from config.demo.words.chosen_names import CHOSEN
from config.demo.words.names import ORIGINS
from config.demo.words.networks import COMMUNITIES
from config.demo.words.peers import PEERS
from config.demo.words.reading import ADULTS, read_dialogues, read_discussions, read_heading, read_stories
from people.topics import TOPICS
from people.vocabulary import LANGUAGES

SLUGS = {slug for topics in TOPICS.values() for slug, _ in topics}


def all_paragraphs() -> Iterator[str]:
    for told in (STORIES, ADVISERS, PEERS):
        yield from (story.words for story in told)
    yield from (*hopes.GROWN_UP, *hopes.UNDER_18)
    for community in COMMUNITIES:
        yield from (post.words for discussion in community.discussions for post in discussion.posts)


def test_there_is_enough_of_everything() -> None:
    assert len(STORIES) >= 100
    assert (len(ADVISERS), len(PEERS)) == (30, 40)
    assert len(DIALOGUES) >= 30
    assert [len(community.discussions) for community in COMMUNITIES] == [12] * 6
    assert len(GUISES) == 10


def test_nothing_is_said_twice() -> None:
    assert [words for words, times in Counter(all_paragraphs()).items() if times > 1] == []


def test_every_topic_named_exists() -> None:
    named = {
        topic for told in (STORIES, ADVISERS, PEERS, DIALOGUES, COMMUNITIES) for one in told for topic in one.topics
    }

    assert named - SLUGS == set()


def test_there_is_an_adviser_for_nearly_every_topic_of_a_member() -> None:
    wanted = {topic for story in STORIES for topic in story.topics}
    known = {topic for adviser in ADVISERS for topic in adviser.topics}

    assert wanted - known == set()


def test_dialogues_are_long_enough_and_begin_at_once() -> None:
    assert [one.turns[0].words for one in DIALOGUES if not 6 <= len(one.turns) <= 20] == []
    assert [one.turns[0].words for one in DIALOGUES if one.turns[0].later] == []
    assert {one.kind for one in DIALOGUES} == {"adviser", "peer"}
    assert [one.turns[0].words for one in BETWEEN if not 2 <= len(one.turns) <= 5] == []


def test_threads_have_an_opening_and_two_to_eight_replies() -> None:
    discussions = [discussion for community in COMMUNITIES for discussion in community.discussions]

    assert [one.title for one in discussions if not 3 <= len(one.posts) <= 9] == []
    assert [one.title for one in discussions if one.posts[0].who != "opener"] == []


def test_the_languages_of_the_town_are_those_one_can_choose() -> None:
    spoken = {language for origin in ORIGINS for language in origin.languages}

    assert spoken - {code for code, _ in LANGUAGES} == set()


def test_shares_add_up_and_chosen_names_differ() -> None:
    assert sum(origin.share for origin in ORIGINS) == 100
    assert len({name.casefold() for name in CHOSEN}) == len(CHOSEN)


def test_stories_are_read() -> None:
    grown_up, young = read_stories("""
        # debt, housing (adult) [woman]
        One
        line.

        # school-and-exams (child)
        Mocks.
    """)

    assert (grown_up.topics, grown_up.ages, grown_up.gender) == (("debt", "housing"), ("26_64",), "woman")
    assert grown_up.words == "One line."
    assert young.ages == ("under_18",)


def test_a_story_without_an_age_fits_adults_of_every_age() -> None:
    (story,) = read_stories("# debt\nOwing.")

    assert story.ages == ADULTS


def test_dialogues_are_read() -> None:
    (dialogue,) = read_dialogues("# debt (peer)\nH: Hello\nthere.\nM: Hi.\n...\nM: Back.")

    assert [(turn.by_helper, turn.later, turn.words) for turn in dialogue.turns] == [
        (True, False, "Hello there."),
        (False, False, "Hi."),
        (False, True, "Back."),
    ]


def test_discussions_are_read() -> None:
    (discussion,) = read_discussions("# Rice\nLet us talk.\n\nCooled.\n\n(opener) Thanks.\n\n(host) Welcome.")

    assert discussion.title == "Rice"
    assert [(post.who, post.words) for post in discussion.posts] == [
        ("opener", "Let us talk."),
        ("", "Cooled."),
        ("opener", "Thanks."),
        ("host", "Welcome."),
    ]


def test_a_heading_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match="No heading: debt"):
        read_heading("debt")
