"""Questions about the work inside a pairing."""

from support.queries.agreements import (
    AgreementPage,
    Draft,
    agreement_for,
    agreement_in_force_of,
    agreement_page_of,
    areas_to_write_for,
    draft_for,
    reviews_due,
    templates_for,
    version_of,
)
from support.queries.together import Together, pairing_for, together_of

__all__ = [
    "AgreementPage",
    "Draft",
    "Together",
    "agreement_for",
    "agreement_in_force_of",
    "agreement_page_of",
    "areas_to_write_for",
    "draft_for",
    "pairing_for",
    "reviews_due",
    "templates_for",
    "together_of",
    "version_of",
]
