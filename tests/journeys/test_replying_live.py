"""People join a network under a name of its own, and a reply appears while others have the thread open."""

from django.utils import timezone
from playwright.sync_api import Page, expect

from networks.models import Network
from networks.operations import join
from people.models import Person
from tests.fixtures import make_person
from tests.journeys.cast import network_of
from tests.journeys.conftest import PageFor
from tests.journeys.steps import main_part, menu, press, reads


def test_a_reply_appears_with_whoever_reads(page_for: PageFor, ada: Person, cleo: Person, dev: Person) -> None:
    network = network_of(cleo, founded_by=dev, joining=Network.Joining.OPEN)
    nia = make_person("Nia", area=ada.area, age_group="26_64")
    join(by=nia, network=network, chosen_name="Nightingale", at=timezone.now())
    adas, nias = page_for(ada), page_for(nia)

    find_carers(adas)
    join_as(adas, "Adder", "Join")
    begin_a_thread(adas, "Nights", "How do you get through them?")
    find_carers(nias)
    main_part(nias).get_by_role("link", name="Nights").click()
    reads(nias, "Nights")
    reply_live(nias, adas, by="Nightingale", words="With the radio on, very low.")
    reply_live(adas, nias, by="Adder", words="I will try that tonight.")
    expect(main_part(nias)).not_to_contain_text("Ada")


def find_carers(page: Page) -> None:
    page.goto("/home/")
    menu(page, "Networks")
    main_part(page).get_by_role("link", name="Carers").click()
    reads(page, "Carers")


def join_as(page: Page, name: str, words: str) -> None:
    """Join under a name; the house agreement is on the page and has to be agreed to."""
    press(page, words)
    page.get_by_label("What should people in this network call you?").fill(name)
    press(page, words)
    expect(page.get_by_role("alert")).to_contain_text("To join, agree to the house agreement.")
    expect(main_part(page)).to_contain_text("Be kind. Keep what you hear to yourself.")
    page.get_by_label("I agree to the house agreement").check()
    press(page, words)


def begin_a_thread(page: Page, title: str, words: str) -> None:
    expect(main_part(page)).to_contain_text("You are Adder here")
    press(page, "Begin a thread")
    page.get_by_label("Give it a title").fill(title)
    page.get_by_label("What would you like to say?").fill(words)
    press(page, "Post")
    reads(page, title)


def reply_live(writer: Page, reader: Page, *, by: str, words: str) -> None:
    """The reply is on the reader's page without loading it again, once, and what they have begun to write stays."""
    reader.evaluate("window.notLoadedAgain = true")
    reader.get_by_label("Your reply").fill("I have begun to write")
    writer.get_by_label("Your reply").fill(words)
    press(writer, "Post")
    post = reader.get_by_role("article").filter(has_text=words)
    expect(post).to_have_count(1)
    expect(post).to_contain_text(by)
    expect(reader.get_by_role("status").get_by_role("link", name="1 new reply")).to_be_visible()
    expect(reader.get_by_label("Your reply")).to_have_value("I have begun to write")
    expect(writer.get_by_role("article").filter(has_text=words)).to_have_count(1)
    assert reader.evaluate("window.notLoadedAgain")


def test_a_host_lets_somebody_in(page_for: PageFor, ada: Person, cleo: Person, dev: Person) -> None:
    network_of(cleo, founded_by=dev, joining=Network.Joining.REQUEST)
    adas, hosts = page_for(ada), page_for(cleo)

    find_carers(adas)
    join_as(adas, "Adder", "Ask to join")
    expect(main_part(adas)).to_contain_text("as Adder. A host will answer, and we will let you know.")
    expect(main_part(adas).get_by_role("link", name="Begin a thread")).to_have_count(0)

    find_carers(hosts)
    expect(main_part(hosts).get_by_role("region", name="Asking to join")).to_contain_text("Adder")
    expect(main_part(hosts)).not_to_contain_text("Ada ")
    press(hosts, "Let in Adder")
    expect(main_part(hosts).get_by_role("region", name="Asking to join")).to_have_count(0)

    adas.reload()
    expect(main_part(adas)).to_contain_text("You are Adder here")
    expect(main_part(adas).get_by_role("link", name="Begin a thread")).to_be_visible()


def test_a_host_says_not_this_time(page_for: PageFor, ada: Person, cleo: Person, dev: Person) -> None:
    network_of(cleo, founded_by=dev, joining=Network.Joining.REQUEST)
    adas, hosts = page_for(ada), page_for(cleo)
    find_carers(adas)
    join_as(adas, "Adder", "Ask to join")
    find_carers(hosts)
    press(hosts, "Not this time Adder")
    adas.reload()
    expect(main_part(adas)).to_contain_text("A host has said no this time.")
