"""How somebody reads a network: follows, mutes, finds what they began to write, searches, and marks all as read."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from networks.models import Draft, Membership, Network, Reading, Tag, Thread
from networks.operations import begin_thread, join, post_reply, tell_of_new_posts
from people.models import Person
from tests.journeys.cast import network_of
from tests.journeys.conftest import PageFor
from tests.journeys.steps import eventually, main_part, press, reads, told

WITH_AND_WITHOUT_SCRIPTS = pytest.mark.parametrize("with_scripts", [True, False])


@pytest.fixture
def nights(ada: Person, ben: Person, cleo: Person, dev: Person) -> Thread:
    """Cleo hosts as Heron, Ada is Adder and Ben Wren; Adder began a thread, Heron answered and began another."""
    network = network_of(cleo, founded_by=dev, joining=Network.Joining.OPEN)
    for person, name in ((ada, "Adder"), (ben, "Wren")):
        join(by=person, network=network, chosen_name=name, at=timezone.now())
    # They have been here for a day, so that what was said since is new to them.
    Membership.objects.update(since=timezone.now() - timedelta(days=1))
    thread = begin(ada, network, "Nights", "How do you get through them?")
    reply(cleo, thread, "With the radio on.")
    begin(cleo, network, "Rice", "Brown or white?")
    return thread


def begin(by: Person, network: Network, title: str, body: str) -> Thread:
    return begin_thread(by=by, network=network, title=title, body=body, client_id=uuid4(), at=timezone.now())


def reply(by: Person, thread: Thread, words: str) -> None:
    post_reply(by=by, thread=thread, body=words, client_id=uuid4(), at=timezone.now())


def path_of(thread: Thread) -> str:
    return f"/networks/{thread.network.slug}/threads/{thread.pk}/"


def post_with(page: Page, words: str) -> Locator:
    return page.get_by_role("article").filter(has_text=words)


def listed(page: Page, title: str) -> Locator:
    return main_part(page).get_by_role("listitem").filter(has=page.get_by_role("link", name=title, exact=True))


def own_part(page: Page, heading: str) -> Locator:
    return main_part(page).get_by_role("region", name=heading)


def test_a_line_of_the_list_leads_to_its_thread_and_a_tag_to_all_under_it(
    page_for: PageFor, ben: Person, nights: Thread
) -> None:
    Tag.objects.create(network=nights.network, name="Sleep").threads.add(nights)
    page = page_for(ben, viewport={"width": 360, "height": 740})
    page.goto("/networks/carers/")
    press(page, "Nights")
    reads(page, "Nights")
    press(page, "Carers")
    listed(page, "Nights").get_by_role("link", name="Sleep").click()
    expect(page).to_have_url(re.compile(r"\?tag=\d+$"))
    expect(listed(page, "Rice")).to_have_count(0)


@WITH_AND_WITHOUT_SCRIPTS
def test_who_follows_a_thread_is_told_once_and_finds_what_is_new(
    page_for: PageFor, ada: Person, ben: Person, nights: Thread, with_scripts: bool
) -> None:
    page = page_for(ben, java_script_enabled=with_scripts)
    page.goto("/networks/carers/")
    expect(listed(page, "Nights")).to_contain_text("New")
    press(page, "Nights")
    press(page, "Follow this thread")
    told(page, "You follow this thread. We tell you once when there is something new.")
    press(page, "Carers")
    expect(listed(page, "Nights")).not_to_contain_text("New")

    reply(ada, nights, "And in the small hours?")
    later = timezone.now() + timedelta(hours=1)
    # Adder and Heron follow it too, as whoever writes in a thread does.
    assert (tell_of_new_posts(at=later), tell_of_new_posts(at=later)) == (3, 0)
    page.reload()
    expect(listed(page, "Nights")).to_contain_text("1 new")
    page.goto("/notices/")
    press(page, "New replies where you follow")
    reads(page, "Nights")
    expect(post_with(page, "And in the small hours?")).to_be_visible()
    page.goto("/networks/carers/yours/")
    own_part(page, "Following").get_by_role("button", name="Unfollow Nights").click()
    told(page, "You do not follow this thread any more.")
    expect(own_part(page, "Following")).to_contain_text("You follow no thread")


def test_what_comes_while_a_thread_is_open_is_read_by_being_seen(
    page_for: PageFor, ada: Person, ben: Person, nights: Thread
) -> None:
    page = page_for(ben)
    page.goto(path_of(nights))
    reads(page, "Nights")

    def read_to() -> int:
        return Reading.objects.get(membership__person=ben, thread=nights).seq

    assert read_to() == 2
    hers = page_for(ada)
    hers.goto(path_of(nights))
    hers.get_by_label("Your reply").fill("And in the small hours?")
    press(hers, "Post")
    expect(post_with(page, "And in the small hours?")).to_be_visible()
    post_with(page, "And in the small hours?").scroll_into_view_if_needed()
    eventually(lambda: read_to() == 3, "what was seen live is read")


@WITH_AND_WITHOUT_SCRIPTS
def test_what_is_muted_is_folded_and_comes_back(
    page_for: PageFor, ben: Person, nights: Thread, with_scripts: bool
) -> None:
    page = page_for(ben, java_script_enabled=with_scripts, viewport={"width": 360, "height": 740})
    page.goto(path_of(nights))
    post = page.locator("#post-2")
    post.locator(".post__menu > summary").click()
    post.get_by_role("link", name="Mute Heron").click()
    reads(page, "Mute Heron?")
    press(page, "Mute")
    told(page, "Heron is muted here.")
    expect(post.get_by_text("With the radio on.")).to_be_hidden()
    post.get_by_text("Hidden because you muted Heron. Show it").click()
    expect(post.get_by_text("With the radio on.")).to_be_visible()

    press(page, "Carers")
    expect(listed(page, "Rice")).to_have_count(0)
    press(page, "Nights")
    press(page, "Mute this thread")
    told(page, "This thread is muted. You find it under “Yours”, where you can bring it back.")
    expect(listed(page, "Nights")).to_have_count(0)
    press(page, "Yours")
    muted = own_part(page, "Muted")
    for what in ("Nights", "Heron"):
        muted.get_by_role("listitem").filter(has_text=what).get_by_role("button", name="Show again").click()
        told(page, "It is shown again.")
    expect(muted).to_contain_text("Nothing is muted")
    press(page, "Talk")
    expect(listed(page, "Rice")).to_be_visible()
    expect(listed(page, "Nights")).to_be_visible()


@WITH_AND_WITHOUT_SCRIPTS
def test_a_draft_is_there_when_one_comes_back(
    page_for: PageFor, ben: Person, nights: Thread, with_scripts: bool
) -> None:
    page = page_for(ben, java_script_enabled=with_scripts)
    page.goto(path_of(nights))
    page.get_by_label("Your reply").fill("I count")
    if with_scripts:
        # In the middle of a word, before any pause.
        press(page, "Carers")
        eventually(Draft.objects.exists, "what was begun is kept")
    else:
        press(page, "Save for later")
        told(page, "Kept for later. Only you see it, under “Yours”.")
    page.goto("/networks/carers/yours/")
    expect(own_part(page, "Not finished")).to_contain_text("I count")
    press(page, "Reply in “Nights”")
    expect(page.get_by_label("Your reply")).to_have_value("I count")
    page.get_by_label("Your reply").fill("I count sheep.")
    press(page, "Post")
    expect(post_with(page, "I count sheep.")).to_be_visible()
    expect(page.get_by_label("Your reply")).to_have_value("")
    page.goto("/networks/carers/yours/")
    expect(own_part(page, "Not finished")).to_contain_text("Nothing begun")


def test_a_draft_outlives_a_line_that_is_down(page_for: PageFor, ben: Person, nights: Thread) -> None:
    """What could not be sent is kept here, put back when the page is opened again, and kept on the server then."""
    page = page_for(ben)
    page.goto("/networks/carers/threads/new/")
    page.context.set_offline(True)
    page.get_by_label("Title").fill("Small hours")
    page.get_by_label("What would you like to say?").fill("Who else is awake?")
    eventually(lambda: "Who else" in kept_here(page), "it is kept in this browser")
    assert not Draft.objects.exists()
    page.context.set_offline(False)
    page.goto("/networks/carers/threads/new/")
    expect(page.get_by_label("Title")).to_have_value("Small hours")
    expect(page.get_by_label("What would you like to say?")).to_have_value("Who else is awake?")
    eventually(lambda: Draft.objects.filter(thread=None, title="Small hours").exists(), "the server has it")
    eventually(lambda: "Who else" not in kept_here(page), "nothing of it stays in this browser")
    press(page, "Post")
    reads(page, "Small hours")
    page.goto("/networks/carers/threads/new/")
    expect(page.get_by_label("Title")).to_have_value("")


def kept_here(page: Page) -> str:
    words: str = page.evaluate("JSON.stringify(localStorage)")
    return words


@WITH_AND_WITHOUT_SCRIPTS
def test_one_finds_what_was_said_and_marks_the_rest_as_read(
    page_for: PageFor, ben: Person, nights: Thread, with_scripts: bool
) -> None:
    page = page_for(ben, java_script_enabled=with_scripts)
    page.goto("/networks/carers/")
    press(page, "Search")
    reads(page, "Search Carers")
    search(page, "violin")
    expect(main_part(page)).to_contain_text("Nothing found")
    search(page, "radio")
    found = main_part(page).get_by_role("region", name="In what was written").get_by_role("listitem")
    expect(found).to_contain_text("Heron: With the radio on.")
    expect(found.locator("mark")).to_have_text("radio")
    found.get_by_role("link", name="Nights").click()
    expect(page).to_have_url(re.compile(r"#post-2$"))
    expect(page.locator("#post-2")).to_be_in_viewport()

    press(page, "Carers")
    expect(listed(page, "Rice")).to_contain_text("New")
    press(page, "Mark all as read")
    told(page, "Everything here is marked as read.")
    expect(main_part(page).get_by_text("New", exact=True)).to_have_count(0)
    expect(main_part(page).get_by_role("button", name="Mark all as read")).to_have_count(0)


def search(page: Page, words: str) -> None:
    page.get_by_label("What was written?").fill(words)
    press(page, "Search")
