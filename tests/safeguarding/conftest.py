"""What concerns are made of, and how a test reports something."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

import pytest

from people.models import Person, Role
from safeguarding.evidence import Evidence
from safeguarding.models import Concern
from safeguarding.operations import let_moderate, raise_concern
from tests.fixtures import NOW, make_person

Report = Callable[..., Concern]


@pytest.fixture
def report() -> Report:
    """Report what somebody wrote: `report(by=ada, about=eve, reference="12", text="Words")`."""

    def make(
        *, by: Person, about: Person | None, reference: str = "1", text: str = "Words that hurt", at: datetime = NOW
    ) -> Concern:
        author = about.chosen_name if about else "Somebody"
        evidence = Evidence(kind="message", reference=reference, author=author, text=text, written_at=NOW)
        return raise_concern(
            by=by, about=about, reason=Concern.Reason.ABUSE, words="It frightens me", evidence=evidence, at=at
        )

    return make


class ReportPost(Protocol):
    def __call__(
        self,
        *,
        by: Person,
        about: Person,
        reference: str = "1",
        scope: str = "network:1",
        reason: str = "abuse",
        at: datetime = NOW,
    ) -> Concern: ...


@pytest.fixture
def report_post() -> ReportPost:
    """Report a post in a network: `report_post(by=ada, about=eve, reference="12")`."""

    def make(
        *,
        by: Person,
        about: Person,
        reference: str = "1",
        scope: str = "network:1",
        reason: str = "abuse",
        at: datetime = NOW,
    ) -> Concern:
        evidence = Evidence(
            kind="post", reference=reference, author="Nightjar", text="Go away", written_at=NOW, place="Carers"
        )
        return raise_concern(by=by, about=about, reason=reason, words="", evidence=evidence, at=at, scope=scope)

    return make


class Host(Protocol):
    def __call__(self, name: str, scope: str = "network:1") -> Person: ...


@pytest.fixture
def host(db: None) -> Host:
    """Somebody who moderates a network: `host("Hana")`."""

    def make(name: str, scope: str = "network:1") -> Person:
        person = make_person(name, Role.Kind.MEMBER)
        let_moderate(person=person, scope=scope, at=NOW)
        return person

    return make
