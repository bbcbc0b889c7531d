"""Pages of the work inside a pairing."""

from support.views.agreements import (
    agreement,
    agreement_version,
    propose_agreement,
    sign_agreement,
    withdraw_agreement,
)
from support.views.templates import agreement_template, agreement_templates, new_agreement_template
from support.views.together import together

__all__ = [
    "agreement",
    "agreement_template",
    "agreement_templates",
    "agreement_version",
    "new_agreement_template",
    "propose_agreement",
    "sign_agreement",
    "together",
    "withdraw_agreement",
]
