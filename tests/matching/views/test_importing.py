"""The page on which people are brought in, and its report."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from people.models import Person
from tests.fixtures import As

MEMBERS = b"id,topics,name,area\nm-1,anxiety,=Ada,north\n"


def handed_in(browser: Client, **also: str) -> bytes:
    file = SimpleUploadedFile("members.csv", MEMBERS)
    answer = browser.post("/import/", {"members": file, "agreed": "on", **also})
    assert answer.status_code == 200
    return answer.content


def test_the_page_says_what_became_of_each_row(signed_in_as: As, dev: Person) -> None:
    page = handed_in(signed_in_as(dev)).decode()
    for words in ("Members, 2", "=Ada", "North", "Waits for someone"):
        assert words in page
    assert "Was here already, left as it is" in handed_in(signed_in_as(dev)).decode()


def test_the_report_as_a_file(signed_in_as: As, dev: Person) -> None:
    lines = handed_in(signed_in_as(dev), as_file="on", dry_run="on").decode("utf-8-sig").splitlines()
    assert lines == ["file,line,id,name,area,what became of it", "Members,2,m-1,'=Ada,North,Waits for someone"]
