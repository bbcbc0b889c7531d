"""The pages of concerns: who may open them, what they say, and what pressing a button does."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from people.models import Area, Person, Role
from safeguarding.evidence import Evidence
from safeguarding.models import Concern, EvidenceFile
from safeguarding.operations import (
    add_note,
    appeal_against,
    close_concern,
    prompt_about,
    share,
    take_concern,
    take_measure,
    withdraw_report,
)
from safeguarding.screening import worries_in
from safeguarding.views import deciding
from tests.fixtures import NOW, make_person
from tests.safeguarding.conftest import Report, ReportPost
from tests.safeguarding.views.conftest import buttons, signed_in

CONCERNS = reverse("concerns")
# The session, the person, their roles; how many concerns there are, those of this page, what is held without a report,
# and the alarms counted; unread messages and the lines of crisis help.
LIST_QUERIES = 9


def page_of(concern: Concern) -> str:
    return reverse("concern", args=[concern.pk])


def listed(page: str) -> list[str]:
    """Whom the concerns of this page are about, in order."""
    return re.findall(r'<td data-label="About">(.*?)</td>', page)


# The session, the person, their roles; the concern; its moves, notes, measures, appeals and what was shared; whether
# they reported it or moderate there, for deciding and for handing back (4); since when it is taken; the lines of crisis
# help and unread messages; files, other reports, and measures before.
PAGE_QUERIES = 19


# -- Who may open what


def test_concerns_are_for_those_who_keep_people_safe(report: Report, north: Area, ada: Person, eve: Person) -> None:
    concern = report(by=ada, about=eve)
    Concern.objects.update(area=north)
    addresses = [
        (CONCERNS, "get"),
        (page_of(concern), "get"),
        (page_of(concern), "post"),
        (reverse("take_concern", args=[concern.pk]), "post"),
        (reverse("hand_back_concern", args=[concern.pk]), "post"),
    ]

    def statuses(client: Client) -> list[int]:
        return [getattr(client, method)(address).status_code for address, method in addresses]

    people = {role: make_person(role, role, area=north) for role in Role.Kind.values}
    assert {role: statuses(signed_in(person)) for role, person in people.items()} == {
        "member": [403] * 5,
        "adviser": [403] * 5,
        "peer": [403] * 5,
        "referrer": [403] * 5,
        "interpreter": [403] * 5,
        # Closing without words leaves it open; it is taken, handed back, and taken again by the next.
        "coordinator": [200, 200, 200, 302, 302],
        "safeguarding_lead": [200, 200, 200, 302, 302],
    }
    assert statuses(Client()) == [302] * 5


def test_a_concern_of_another_area_or_about_oneself_does_not_exist(
    report: Report, ada: Person, dev: Person, eve: Person
) -> None:
    there, mine = report(by=ada, about=eve, reference="1"), report(by=ada, about=dev, reference="2")
    client = signed_in(dev)
    for concern in (there, mine):
        asked = [client.get(page_of(concern)), client.post(page_of(concern), {"outcome": "Done"})]
        asked += [client.post(reverse(name, args=[concern.pk])) for name in ("take_concern", "hand_back_concern")]
        assert [answer.status_code for answer in asked] == [404, 404, 404, 404]
    assert listed(client.get(CONCERNS).content.decode()) == []
    assert client.get("/safety/concerns/999999/").status_code == 404


def test_a_link_alone_takes_nothing(report: Report, ada: Person, cleo: Person, dev: Person) -> None:
    concern = report(by=ada, about=cleo)
    addresses = [reverse(name, args=[concern.pk]) for name in ("take_concern", "hand_back_concern", "lift_block")]
    assert [signed_in(dev).get(address).status_code for address in addresses] == [405, 405, 405]


# -- The list


def test_open_and_closed_ones(report: Report, ada: Person, cleo: Person, dev: Person) -> None:
    report(by=ada, about=None, reference="1")
    done = report(by=ada, about=cleo, reference="2")
    take_concern(by=dev, concern=done, at=NOW)
    close_concern(by=dev, concern=done, outcome="We talked", at=NOW)

    client = signed_in(dev)
    assert listed(client.get(CONCERNS).content.decode()) == ["Somebody"]
    assert listed(client.get(CONCERNS, {"closed": ""}).content.decode()) == ["Cleo"]


def test_none_is_said(dev: Person) -> None:
    assertContains(
        signed_in(dev).get(CONCERNS),
        "When somebody reports a message or a post, or a program notices words to look at, it appears here.",
    )


@pytest.mark.parametrize("many", [1, 3])
@pytest.mark.parametrize("path", ["concern", "concern_on_paper"])
def test_the_page_of_a_concern_asks_as_often_however_much_has_happened(
    path: str, many: int, report_post: ReportPost, eve: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lena = make_person("Lena", Role.Kind.SAFEGUARDING_LEAD)
    concern, *_ = [report_post(by=make_person(f"R{number}"), about=eve) for number in range(many)]
    take_concern(by=lena, concern=concern, at=NOW)
    for number in range(many):
        said: dict[str, Any] = {"by": lena, "concern": concern, "at": NOW}
        add_note(words="I rang", **said)
        share(with_whom="The GP", what="It", ground="consent", why="", person_was_told=True, **said)
        measure = take_measure(kind="note", reason="abuse", words="Please not.", **said)
        appeal_against(by=eve, measure=measure, words="Why?", at=NOW)
        EvidenceFile.objects.create(
            concern=concern, name=f"{number}.jpg", kind="picture", sha256="ab" * 32, size=1, content=b"x"
        )
    client = signed_in(lena)
    client.get(reverse(path, args=[concern.pk]))
    with django_assert_num_queries(PAGE_QUERIES):
        page = client.get(reverse(path, args=[concern.pk])).content.decode()
    assert (page.count("I rang"), page.count("Shared with The GP"), page.count("<b>Appeal</b>")) == (many,) * 3
    assert f"{many - 1} other report" in page or many == 1


@pytest.mark.parametrize("count", [1, 3])
def test_more_concerns_need_no_more_queries(
    report: Report, dev: Person, north: Area, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        one, other = make_person(f"One{number}", area=north), make_person(f"Other{number}", area=north)
        report(by=one, about=other, reference=str(number))
    client = signed_in(dev)
    with django_assert_num_queries(LIST_QUERIES):
        page = client.get(CONCERNS)
    assert listed(page.content.decode()) == [f"Other{number}" for number in range(count)]


def test_pages_keep_to_the_closed_ones(
    report: Report, ada: Person, cleo: Person, dev: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deciding, "CONCERNS_A_PAGE", 2)
    for number in range(3):
        report(by=ada, about=cleo, reference=str(number))
    Concern.objects.update(state=Concern.State.CLOSED)

    client = signed_in(dev)
    first = client.get(f"{CONCERNS}?closed").content.decode()
    [next_page] = re.findall(r'rel="next" href="(.*?)"', first)
    second = client.get(CONCERNS + next_page.replace("&amp;", "&")).content.decode()
    assert (len(listed(first)), len(listed(second)), len(listed(client.get(CONCERNS).content.decode()))) == (2, 1, 0)


# -- What a program noticed


def noticed(person: Person, words: str) -> Concern:
    evidence = Evidence(kind="message", reference="7", author=person.chosen_name, text=words, written_at=NOW)
    [concern] = prompt_about(about=person, worries=worries_in(words), evidence=evidence, at=NOW)
    return concern


def test_the_list_says_that_a_program_noticed_it_and_by_which_words(ada: Person, dev: Person) -> None:
    noticed(ada, "Ben, I want to die")
    page = signed_in(dev).get(CONCERNS)
    assertContains(page, "“want to die”: a program noticed it, which may be wrong; nobody has decided anything")
    assertNotContains(page, "Of what a program noticed and a person has closed")


def test_the_page_says_so_too_and_closing_asks_whether_it_was_right(ada: Person, dev: Person) -> None:
    concern, client = noticed(ada, "Ben, I can't go on"), signed_in(dev)
    page = client.get(page_of(concern))
    assertContains(page, "A program noticed this, and nobody has decided anything.")
    said = "“can't go on”: this could be about a wish to die, or hurting oneself, but often means something else."
    assertContains(page, f"<li>{said}</li>", html=True)
    assertNotContains(page, "Reported by")
    client.post(reverse("take_concern", args=[concern.pk]))
    assertContains(client.post(page_of(concern), {"outcome": "We talked"}), "Say whether it was right to notice this.")
    closed = client.post(page_of(concern), {"outcome": "We talked", "rightly_noticed": "no"}, follow=True)
    assertContains(
        closed,
        "Of what a program noticed and a person has closed, 0 were rightly noticed and 1 was a false alarm.",
    )
    assertContains(client.get(page_of(concern)), "wrong: a false alarm")
    assertContains(client.get(CONCERNS, {"closed": ""}), "a program noticed it, and was wrong")


def test_what_a_person_reported_is_closed_without_that_question(
    report: Report, ada: Person, cleo: Person, dev: Person
) -> None:
    concern = report(by=ada, about=cleo)
    take_concern(by=dev, concern=concern, at=NOW)
    assertNotContains(signed_in(dev).get(page_of(concern)), "Was it right to notice this?")


def test_what_was_taken_back_is_with_the_closed_ones(report: Report, ada: Person, cleo: Person, dev: Person) -> None:
    concern, client = report(by=ada, about=cleo), signed_in(dev)
    withdraw_report(by=ada, concern=concern, at=NOW)
    assert listed(client.get(CONCERNS).content.decode()) == []
    assertContains(client.get(CONCERNS, {"closed": ""}), "Taken back by whoever reported it")
    assert buttons(client.get(page_of(concern)).content.decode()) == []


def test_earlier_wordings_are_read_by_who_decides(report: Report, ada: Person, cleo: Person, dev: Person) -> None:
    concern = report(by=ada, about=cleo, text="")
    Concern.objects.update(evidence_earlier=[{"words": "I know where you live", "until": NOW.isoformat()}])
    page = signed_in(dev).get(page_of(concern))
    assertContains(page, "Withdrawn by whoever wrote it.")
    assertContains(page, "I know where you live")
    assertContains(page, "until 22 November 2026, 12:00")


# -- One concern


def test_from_report_to_closed(report: Report, ada: Person, cleo: Person, dev: Person) -> None:
    concern, client = report(by=ada, about=cleo, text="I know where <you> live"), signed_in(dev)

    page = client.get(page_of(concern))
    assertContains(page, "<p>I know where &lt;you&gt; live</p>", html=True)
    assert buttons(page.content.decode()) == ["I am looking into this"]

    assertRedirects(client.post(reverse("take_concern", args=[concern.pk])), page_of(concern))
    assert buttons(client.get(page_of(concern)).content.decode()) == ["Close the concern", "Hand it back"]

    assertRedirects(client.post(reverse("hand_back_concern", args=[concern.pk])), CONCERNS)
    client.post(reverse("take_concern", args=[concern.pk]))
    closed = client.post(page_of(concern), {"outcome": "We talked to Cleo."}, follow=True)
    assertRedirects(closed, CONCERNS)
    assertContains(closed, "The concern is closed.")

    page = client.get(page_of(concern))
    assertContains(page, "We talked to Cleo.")
    assert buttons(page.content.decode()) == []


@pytest.mark.parametrize("outcome", ["", "   "])
def test_closing_without_words_is_an_error_of_the_form(
    report: Report, ada: Person, cleo: Person, dev: Person, outcome: str
) -> None:
    concern = report(by=ada, about=cleo)
    take_concern(by=dev, concern=concern, at=NOW)
    answer = signed_in(dev).post(page_of(concern), {"outcome": outcome})

    assertContains(answer, "Say what was done, for whoever reads this next.")
    assertContains(answer, "There is a problem")
    concern.refresh_from_db()
    assert concern.state == "taken"


def test_whoever_raised_a_concern_reads_it_and_leaves_the_decision(report: Report, cleo: Person, dev: Person) -> None:
    concern, client = report(by=dev, about=cleo), signed_in(dev)

    page = client.get(page_of(concern))
    assertContains(page, "Somebody else decides about this one, because you reported it.")
    assert buttons(page.content.decode()) == []
    taken = client.post(reverse("take_concern", args=[concern.pk]))
    closed = client.post(page_of(concern), {"outcome": "Nothing to see"})
    assert (taken.status_code, closed.status_code) == (403, 403)
    concern.refresh_from_db()
    assert concern.state == "open"


def test_of_two_who_take_it_the_second_is_told(report: Report, ada: Person, cleo: Person, dev: Person) -> None:
    concern = report(by=ada, about=cleo)
    hugh = make_person("Hugh", "safeguarding_lead")
    answers = [signed_in(person).post(reverse("take_concern", args=[concern.pk])) for person in (dev, hugh)]
    assert [answer.status_code for answer in answers] == [302, 409]
    assertContains(answers[1], "Dev is looking into this, since", status_code=409)


def test_a_concern_about_nobody_from_somebody_who_left(report: Report, ada: Person, dev: Person) -> None:
    concern = report(by=ada, about=None)
    ada.delete()
    page = signed_in(dev).get(page_of(concern))
    assertContains(page, "Nobody we know")
    assertContains(page, "Nobody who is still here")
