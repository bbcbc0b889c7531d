"""What concerns are made of, and how a test reports something."""

from collections.abc import Callable
from datetime import datetime

import pytest

from people.models import Person
from safeguarding.evidence import Evidence
from safeguarding.models import Concern
from safeguarding.operations import raise_concern
from tests.fixtures import NOW

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
