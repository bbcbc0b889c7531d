"""One current consent for a purpose."""

import pytest
from django.db import IntegrityError

from people.models import Consent, Person
from tests.fixtures import NOW


def test_one_current_consent_for_a_purpose(ada: Person) -> None:
    Consent.objects.create(person=ada, purpose=Consent.Purpose.STORY, given_at=NOW, withdrawn_at=NOW)
    Consent.objects.create(person=ada, purpose=Consent.Purpose.STORY, given_at=NOW)
    Consent.objects.create(person=ada, purpose=Consent.Purpose.EMAIL, given_at=NOW)
    with pytest.raises(IntegrityError):
        Consent.objects.create(person=ada, purpose=Consent.Purpose.STORY, given_at=NOW)
