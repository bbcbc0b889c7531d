"""A service writes the words its agreements begin with."""

from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from people.models import Area, Person
from support.models import AgreementTemplate
from support.rules import may_write_template
from support.terms import Terms


class NotYourArea(PermissionDenied):
    """The words for an area are written by who coordinates it, those for everywhere by who coordinates everywhere."""


def write_template(
    *, by: Person, helper_kind: str, area: Area | None, terms: Terms, review_after_days: int, at: datetime
) -> AgreementTemplate:
    """Write them for the first time; refused where there are some for the same kind and area already."""
    if not may_write_template(by, area):
        raise NotYourArea
    try:
        with transaction.atomic():
            return AgreementTemplate.objects.create(
                helper_kind=helper_kind,
                area=area,
                review_after_days=review_after_days,
                written_by=by,
                written_at=at,
                **terms.as_fields(),
            )
    except IntegrityError:
        raise ValidationError(
            {"helper_kind": "There are words for this kind and area already. Change those."}
        ) from None


def change_template(
    *, by: Person, template: AgreementTemplate, terms: Terms, review_after_days: int, at: datetime
) -> None:
    """Write them anew; agreements that began with the old words keep theirs."""
    if not may_write_template(by, template.area):
        raise NotYourArea
    AgreementTemplate.objects.filter(pk=template.pk).update(
        review_after_days=review_after_days, written_by=by, written_at=at, **terms.as_fields()
    )
