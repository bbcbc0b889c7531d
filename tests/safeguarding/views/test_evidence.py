"""Files that came with what was reported: for those who see the concern, shown when opened and in no case run."""

import pytest
from django.test import Client
from django.urls import reverse

from people.models import Person
from safeguarding.models import Concern, EvidenceFile
from tests.safeguarding.conftest import Report


@pytest.fixture
def concern(report: Report, ada: Person, ben: Person) -> Concern:
    concern = report(by=ada, about=ben, text="")
    for name, kind, content in [("<b>me.jpg", "picture", b"\xff\xd8picture"), ("letter.pdf", "pdf", b"%PDF-words")]:
        EvidenceFile.objects.create(
            concern=concern, name=name, kind=kind, sha256="ab" * 32, size=len(content), content=content
        )
    return concern


def addresses(concern: Concern) -> list[str]:
    return [reverse("evidence_file", args=[concern.pk, one.pk]) for one in concern.evidence_files.all()]


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_the_page_names_them_and_shows_none(concern: Concern, dev: Person) -> None:
    page = signed_in(dev).get(reverse("concern", args=[concern.pk])).content.decode()
    assert [address in page for address in addresses(concern)] == [True, True]
    assert ("&lt;b&gt;me.jpg" in page, "ab" * 32 in page, "There were no words." in page) == (True, True, True)
    assert ("<img" in page, "Withdrawn by whoever wrote it" in page) == (False, False)


def test_they_are_handed_out_as_they_were(concern: Concern, dev: Person) -> None:
    pictured, written = (signed_in(dev).get(address) for address in addresses(concern))
    assert (pictured.content, pictured["Content-Type"]) == (b"\xff\xd8picture", "image/jpeg")
    assert (written.content, written["Content-Type"]) == (b"%PDF-words", "application/pdf")
    assert pictured["Content-Disposition"] == 'inline; filename="<b>me.jpg"'
    assert written["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    for answer in (pictured, written):
        assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "no-store")


def test_they_are_reached_through_their_own_concern_only(
    concern: Concern, report: Report, ada: Person, ben: Person, dev: Person
) -> None:
    other = report(by=ada, about=ben, reference="2")
    elsewhere = reverse("evidence_file", args=[other.pk, concern.evidence_files.all()[0].pk])
    assert signed_in(dev).get(elsewhere).status_code == 404
    assert [signed_in(who).get(addresses(concern)[0]).status_code for who in (ada, ben)] == [403, 403]
