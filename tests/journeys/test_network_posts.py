"""What is written in a network, in two browsers at once: seen live, edited, reacted to, named in, opened knowingly."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from networks.models import Membership, Network, Thread
from networks.operations import begin_thread, join
from people.models import Person
from tests.journeys.cast import network_of
from tests.journeys.conftest import PageFor
from tests.journeys.steps import main_part, press, reads
from tests.messaging.files.making import picture


@pytest.fixture
def nights(ada: Person, cleo: Person, dev: Person) -> Thread:
    """Cleo hosts as Heron, Ada is Adder there and has begun a thread."""
    network = network_of(cleo, founded_by=dev, joining=Network.Joining.OPEN)
    join(by=ada, network=network, chosen_name="Adder", at=timezone.now())
    return begin_thread(
        by=ada,
        network=network,
        title="Nights",
        body="How do you get through them?",
        client_id=uuid4(),
        at=timezone.now(),
    )


def path_of(thread: Thread) -> str:
    return f"/networks/{thread.network.slug}/threads/{thread.pk}/"


def host_of(thread: Thread) -> str:
    return Membership.objects.hosts().get(network=thread.network).chosen_name


def post_with(page: Page, words: str) -> Locator:
    return page.get_by_role("article").filter(has_text=words)


def open_menu(post: Locator) -> None:
    post.locator(".post__menu > summary").click()


def write(page: Page, words: str) -> None:
    page.get_by_label("Your reply").fill(words)
    press(page, "Post")


def test_a_thread_in_two_browsers(page_for: PageFor, ada: Person, cleo: Person, nights: Thread) -> None:
    adas, hosts = page_for(ada), page_for(cleo)
    for page in (adas, hosts):
        page.goto(path_of(nights))
        reads(page, "Nights")
    adas.evaluate("window.notLoadedAgain = true")

    write(hosts, "With the radio on, @Adder.")
    post = post_with(adas, "With the radio on")
    expect(post).to_be_visible()
    expect(post.locator("mark")).to_have_text("@Adder")
    what_changes_is_seen_in_its_place(adas, hosts)
    a_reaction_is_one_press(adas, hosts)
    what_is_taken_back_leaves_a_line(adas, hosts)
    assert adas.evaluate("window.notLoadedAgain")
    adas.goto("/notices/")
    expect(main_part(adas)).to_contain_text("Somebody mentioned you")


def what_changes_is_seen_in_its_place(adas: Page, hosts: Page) -> None:
    """What Ada has begun to write, her open menu and where she reads stay as they are."""
    adas.get_by_label("Your reply").fill("I have begun to write")
    post = post_with(adas, "With the radio on")
    open_menu(post)
    expect(post.get_by_role("link", name="Block")).to_be_visible()

    open_menu(post_with(hosts, "With the radio on"))
    post_with(hosts, "With the radio on").get_by_role("link", name="Edit").click()
    hosts.get_by_label("What it says").fill("With the radio on, very low, @Adder.")
    press(hosts, "Save")

    expect(post).to_contain_text("very low")
    expect(post).to_contain_text("edited")
    expect(post.get_by_role("link", name="Block")).to_be_visible()
    expect(adas.get_by_label("Your reply")).to_have_value("I have begun to write")


def a_reaction_is_one_press(adas: Page, hosts: Page) -> None:
    """The key that was pressed keeps the focus; the author sees who it was."""
    thanks = post_with(adas, "very low").get_by_role("button", name="Thank you")
    expect(thanks).to_have_attribute("aria-pressed", "false")
    thanks.click()
    expect(thanks).to_have_attribute("aria-pressed", "true")
    expect(thanks).to_be_focused()
    expect(thanks).to_have_text("Thank you 1")
    expect(post_with(hosts, "very low")).to_contain_text("Thank you 1: Adder")
    thanks.click()
    expect(thanks).to_have_attribute("aria-pressed", "false")


def what_is_taken_back_leaves_a_line(adas: Page, hosts: Page) -> None:
    open_menu(post_with(hosts, "very low"))
    post_with(hosts, "very low").get_by_role("link", name="Take it back").click()
    reads(hosts, "Take this back?")
    press(hosts, "Take it back")
    expect(adas.locator("#post-2")).to_contain_text("took this back")
    expect(adas.locator("#post-2")).not_to_contain_text("very low")


@pytest.mark.parametrize("with_scripts", [True, False])
def test_the_same_page_by_page(
    page_for: PageFor, ada: Person, cleo: Person, nights: Thread, tmp_path: Path, with_scripts: bool
) -> None:
    """A picture, a note about something hard, an order that a host keeps, a reaction and the answer."""
    moon = tmp_path / "moon.png"
    moon.write_bytes(picture("PNG"))
    hosts = page_for(cleo, java_script_enabled=with_scripts)
    adas = page_for(ada, java_script_enabled=with_scripts, viewport={"width": 360, "height": 740})
    a_picture_goes_with_a_reply(hosts, nights, moon)
    a_host_keeps_it_in_order(hosts, nights)

    adas.goto(f"/networks/{nights.network.slug}/")
    listed = main_part(adas).get_by_role("listitem").filter(has_text="Nights").first
    for words in ("Pinned", "Announcement", "Before you read: About nights", "Sleep"):
        expect(listed).to_contain_text(words)
    expect(main_part(adas)).not_to_contain_text("How do you get through them?")
    it_is_opened_knowingly(adas, cleo, page_for, nights)

    adas.goto(f"{path_of(nights)}?open=1")
    post = post_with(adas, "The moon was out")
    expect(post.get_by_role("img", name="The moon")).to_be_visible()
    post.get_by_role("button", name="Same here").click()
    expect(post.get_by_role("button", name="Same here 1")).to_have_attribute("aria-pressed", "true")
    open_menu(post)
    post.get_by_role("button", name="This is the answer").click()
    expect(main_part(adas)).to_contain_text(f"{host_of(nights)} answered this")


def a_picture_goes_with_a_reply(hosts: Page, nights: Thread, moon: Path) -> None:
    hosts.goto(path_of(nights))
    hosts.get_by_text("Add pictures").click()
    hosts.get_by_label(re.compile("^Picture 1")).set_input_files(moon)
    hosts.get_by_label("What is to be seen on picture 1?").fill("The moon")
    write(hosts, "The moon was out.")
    shown = post_with(hosts, "The moon was out").get_by_role("img", name="The moon")
    expect(shown).to_be_visible()
    shown.scroll_into_view_if_needed()
    expect(shown).to_have_js_property("complete", value=True)


def a_host_keeps_it_in_order(hosts: Page, nights: Thread) -> None:
    press(hosts, "Keep this thread in order")
    for words in ("Pin it", "It is an announcement"):
        hosts.get_by_label(words).check()
    hosts.get_by_label("A new tag").fill("Sleep")
    hosts.get_by_label("Is it about something hard?").fill("About nights")
    press(hosts, "Save")
    # Cleo did not begin it, so she too is asked first.
    expect(main_part(hosts)).to_contain_text("Before you read: About nights")


def it_is_opened_knowingly(adas: Page, cleo: Person, page_for: PageFor, nights: Thread) -> None:
    other = page_for(cleo, java_script_enabled=False)
    other.goto(path_of(nights))
    expect(main_part(other)).not_to_contain_text("The moon was out")
    other.get_by_role("link", name="Open it").click()
    expect(main_part(other)).to_contain_text("The moon was out")
    # Whoever began it knows what it is about.
    adas.goto(path_of(nights))
    expect(adas).to_have_url(re.compile(f"{path_of(nights)}$"))
    expect(main_part(adas)).to_contain_text("How do you get through them?")
