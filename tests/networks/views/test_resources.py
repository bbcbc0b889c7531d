"""The pages of resources: found, read, compared, changed by two at once, looked over, removed and back."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from networks.models import Membership, Network, Resource
from networks.operations import change_resource, remove_resource, review_resource, write_resource
from people.models import Person
from safeguarding.operations import block
from tests.fixtures import NOW, As, CountQueries
from tests.networks.conftest import enter

LIST = "/networks/carers/resources/"


@pytest.fixture
def robin(cleo: Person, carers: Network) -> Membership:
    """Cleo hosts the carers' network."""
    return enter(cleo, carers, "Robin", is_host=True)


@pytest.fixture
def badge(robin: Membership, heron: Membership) -> Resource:
    """A page that Cleo wrote, in a network with Ada."""
    body = "Ask the **council**. [Form](https://council.example/form?a=1&b=2)"
    return write_resource(by=robin.person, network=robin.network, title="Blue badge", body=body, at=NOW)


def path_of(page: Resource, rest: str = "") -> str:
    return f"{LIST}{page.pk}/{rest}"


def text(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def titles(client: Client, query: str = "") -> list[str]:
    page = client.get(LIST + query).content.decode()
    return re.findall(rf'<a href="{LIST}\d+/">(.*?)</a>', page)


def change(by: Person, page: Resource, body: str, *, version: int = 1, why: str = "More") -> None:
    change_resource(by=by, resource=page, version=version, title=page.title, body=body, why=why, at=NOW)


def test_the_list_and_its_search(ada: Person, cleo: Person, badge: Resource, signed_in_as: As) -> None:
    network = badge.network
    for title, body in (("Attendance allowance", "A form of 30 pages, 100% worth it."), ("Zebra crossings", "Look.")):
        write_resource(by=cleo, network=network, title=title, body=body, at=NOW)
    client = signed_in_as(ada)

    assert titles(client) == ["Attendance allowance", "Blue badge", "Zebra crossings"]
    assert titles(client, "?word=form") == ["Attendance allowance", "Blue badge"]
    # Each of the words, wherever it stands, large or small.
    assert titles(client, "?word=COUNCIL+badge") == ["Blue badge"]
    assert titles(client, "?word=100%25") == ["Attendance allowance"]
    assert titles(client, "?word=_") == []
    assert "No page with these words" in text(client, f"{LIST}?word=zzz")
    assert "Write a page" not in text(client, LIST)
    assert "Write a page" in text(signed_in_as(cleo), LIST)


def test_a_network_without_pages(ada: Person, heron: Membership, signed_in_as: As) -> None:
    assert "No pages yet" in text(signed_in_as(ada), LIST)


def test_a_page_as_it_is_read(ada: Person, badge: Resource, signed_in_as: As) -> None:
    page = signed_in_as(ada).get(path_of(badge)).content.decode()
    assert "<p>Ask the <strong>council</strong>." in page
    assert "Nobody has looked this page over yet." in page
    assert "Change this page" not in page


@pytest.mark.parametrize(
    ("due_in", "changed_on", "told"),
    [
        (180, 0, "Last looked over on {day} by Robin. Ask"),
        (0, 0, "Last looked over on {day} by Robin. Ask"),
        (-1, 0, "Last looked over on {day} by Robin. It was to be looked over again by {due}, so some of it may no"),
        (180, 1, "Last looked over on {day} by Robin. It has been changed since. Ask"),
    ],
)
def test_when_it_was_looked_over(
    ada: Person, cleo: Person, badge: Resource, due_in: int, changed_on: int, told: str, signed_in_as: As
) -> None:
    now = timezone.now()
    today = timezone.localdate(now)
    review_resource(by=cleo, resource=badge, version=1, months=6, at=now)
    due = today + timedelta(days=due_in)
    Resource.objects.update(review_due_on=due, changed_at=now + timedelta(days=changed_on))
    words = told.format(day=f"{today:%-d %B %Y}", due=f"{due:%-d %B %Y}")
    assert words in text(signed_in_as(ada), path_of(badge))


def test_a_link_that_leads_nowhere_has_a_note(ada: Person, cleo: Person, badge: Resource, signed_in_as: As) -> None:
    link = badge.links.get()
    badge.links.update(times_failed=1, failing_since=NOW)
    assert "may lead nowhere" not in text(signed_in_as(ada), path_of(badge))

    badge.links.update(health="broken", finding="404 Not Found")

    assert "Form This link may lead nowhere since 22 November." in text(signed_in_as(ada), path_of(badge))
    upkeep = text(signed_in_as(cleo), f"{LIST}upkeep/")
    assert "https://council.example/form?a=1&amp;b=2 has led nowhere since 22 November: 404 Not Found." in upkeep
    assert link.url == "https://council.example/form?a=1&b=2"


def test_what_is_to_be_looked_after(ada: Person, cleo: Person, badge: Resource, signed_in_as: As) -> None:
    hers = signed_in_as(cleo)
    assert "Nothing to look after" in text(hers, f"{LIST}upkeep/")
    assert "to look after" not in text(hers, LIST)

    Resource.objects.update(reviewed_on=date(2025, 1, 1), review_due_on=date(2025, 7, 1))

    assert "It was to be looked over by 1 July 2025." in text(hers, f"{LIST}upkeep/")
    assert "1 page to look after" in text(hers, LIST)
    assert "to look after" not in text(signed_in_as(ada), LIST)
    assert signed_in_as(ada).get(f"{LIST}upkeep/").status_code == 403


def test_history_and_differences(ada: Person, cleo: Person, badge: Resource, signed_in_as: As) -> None:
    change(cleo, badge, "Ask your council.", why="Clearer")
    client = signed_in_as(ada)

    told = text(client, path_of(badge, "history/"))
    assert "Version 2 : Clearer Robin, 22 November 2026, 12:00" in told
    assert "Version 1 : begun Robin" in told
    for query in ("", "?before=1&after=2", "?before=7&after=x"):
        page = client.get(path_of(badge, f"differences/{query}")).content.decode()
        assert "From version 1 to 2" in page
        assert re.findall(r"\[put in: </span>(.*?)<", page) == ["underlined", "your "]
        assert re.findall(r"\[taken out: </span>(.*?)<", page)[1].startswith("the **council")
    back = client.get(path_of(badge, "differences/?before=2&after=1")).content.decode()
    assert "[taken out: </span>your <" in back
    assert "Ask the council" in text(client, path_of(badge, "versions/1/"))
    assert "Go back to this version" not in text(client, path_of(badge, "versions/1/"))
    assert client.get(path_of(badge, "versions/3/")).status_code == 404


def test_what_was_typed_does_not_run_in_differences(
    ada: Person, cleo: Person, badge: Resource, signed_in_as: As
) -> None:
    change(cleo, badge, "<script>alert(1)</script>", why="<b>bold</b>")
    for rest in ("", "history/", "differences/", "versions/2/"):
        page = signed_in_as(ada).get(path_of(badge, rest)).content.decode()
        assert "<script>alert" not in page
        assert "<b>" not in page


def test_going_back(cleo: Person, badge: Resource, signed_in_as: As) -> None:
    change(cleo, badge, "Wrong.")
    client = signed_in_as(cleo)
    assert "Go back to this version?" in text(client, path_of(badge, "versions/1/"))
    assert "Go back to this version?" not in text(client, path_of(badge, "versions/2/"))
    answer = client.post(path_of(badge, "versions/1/return/"), follow=True)
    assert "Ask the <strong>council</strong>" in answer.content.decode()
    assert "Version 3 : Back to version 1" in text(client, path_of(badge, "history/"))


def test_two_who_change_it_at_once(cleo: Person, ben: Person, badge: Resource, signed_in_as: As) -> None:
    enter(ben, badge.network, "Wren", is_host=True)
    client = signed_in_as(cleo)
    form = client.get(path_of(badge, "words/")).content.decode()
    assert 'name="version" value="1"' in form
    change(ben, badge, "Ask the council early. [Form](https://council.example/form?a=1&b=2)", why="Early")
    sent = {"title": "Blue badges", "body": "My own words.", "why": "Mine", "version": "1"}

    told = client.post(path_of(badge, "words/"), sent).content.decode()

    assert "Somebody else has changed this page while you wrote." in told
    assert "My own words.</textarea>" in told
    assert 'value="Blue badges"' in told
    assert 'name="version" value="2"' in told
    assert "[put in: </span>" in told
    assert "by Wren: Early" in " ".join(told.split())
    badge.refresh_from_db()
    assert badge.version == 2
    # Knowing of it they may save all the same, and both are in the history.
    answer = client.post(path_of(badge, "words/"), sent | {"version": "2"}, follow=True)
    assert "My own words." in answer.content.decode()
    assert [one.version for one in badge.versions.all()] == [3, 2, 1]


def test_words_are_kept_when_something_is_wrong(cleo: Person, badge: Resource, signed_in_as: As) -> None:
    client = signed_in_as(cleo)
    for path in (f"{LIST}new/", path_of(badge, "words/")):
        told = client.post(path, {"title": "", "body": "Kept words", "version": "1", "why": ""}).content.decode()
        assert "Give it a title, in a few words." in told
        assert "Kept words</textarea>" in told
    assert (
        "Choose when somebody should look again."
        in client.post(path_of(badge, "review/"), {"version": "1"}).content.decode()
    )


def test_writing_looking_over_removing_and_putting_back(cleo: Person, robin: Membership, signed_in_as: As) -> None:
    client = signed_in_as(cleo)
    sent = {"title": "Night sitters", "body": "One\r\ntwo"}
    first, second = (client.post(f"{LIST}new/", sent).headers["Location"] for _ in range(2))
    page = Resource.objects.get()
    assert first == second == path_of(page)
    assert page.body == "One\ntwo"

    client.post(path_of(page, "review/"), {"months": "6", "version": "1"})
    assert "Last looked over on" in text(client, path_of(page))
    assert client.post(path_of(page, "review/"), {"months": "6", "version": "9"}).status_code == 409
    assert "Remove this page?" in text(client, path_of(page, "removal/"))
    client.post(path_of(page, "removal/"))
    assert titles(client) == ["Night sitters"]
    assert "Only hosts see it." in text(client, path_of(page))
    client.post(path_of(page, "return/"))
    assert "Only hosts see it." not in text(client, path_of(page))


def test_what_is_inside_does_not_exist_for_who_is_outside(
    ada: Person, eve: Person, finn: Person, badge: Resource, pain: Network, signed_in_as: As
) -> None:
    enter(finn, badge.network, "Swift")
    enter(eve, badge.network, "Owl", state=Membership.State.LEFT)
    rests = ["", "history/", "differences/", "versions/1/", "words/", "review/", "removal/"]
    for person in (eve, finn):
        client = signed_in_as(person)
        paths = [LIST, f"{LIST}new/", f"{LIST}upkeep/", *(path_of(badge, rest) for rest in rests)]
        assert {client.get(path).status_code for path in paths} == {404}
    assert signed_in_as(ada).get(f"/networks/living-with-pain/resources/{badge.pk}/").status_code == 404


def test_a_removed_page_does_not_exist_for_members(
    ada: Person, cleo: Person, badge: Resource, signed_in_as: As
) -> None:
    remove_resource(by=cleo, resource=badge, at=NOW)
    client = signed_in_as(ada)
    assert titles(client) == []
    assert titles(client, "?word=council") == []
    assert {client.get(path_of(badge, rest)).status_code for rest in ("", "history/", "versions/1/")} == {404}
    assert client.post(path_of(badge, "return/")).status_code == 404


def test_where_there_is_a_block_no_name_is_shown(ada: Person, cleo: Person, badge: Resource, signed_in_as: As) -> None:
    review_resource(by=cleo, resource=badge, version=1, months=6, at=timezone.now())
    client = signed_in_as(ada)
    rests = ("", "history/", "versions/1/")
    assert all("Robin" in text(client, path_of(badge, rest)) for rest in rests)
    block(by=ada, person=cleo, known_as="Robin", at=NOW)
    assert not any("Robin" in text(client, path_of(badge, rest)) for rest in rests)
    assert "by somebody here." in text(client, path_of(badge))


@pytest.mark.parametrize("rows", [1, 3])
def test_a_fixed_number_of_queries(
    cleo: Person, badge: Resource, rows: int, signed_in_as: As, count_queries: CountQueries
) -> None:
    for number in range(rows):
        body = "".join(f"[{n}](https://{n}.example) " for n in range(number + 1))
        page = write_resource(by=cleo, network=badge.network, title=f"Page {number}", body=body, at=NOW)
        page.links.update(health="broken", failing_since=NOW)
        change(cleo, badge, f"Body {number}", version=number + 1)
    client = signed_in_as(cleo)
    paths = [LIST, f"{LIST}upkeep/", path_of(page), path_of(badge, "history/"), path_of(badge, "differences/")]
    assert [count_queries(client, path) for path in paths] == [13, 10, 11, 10, 11]
