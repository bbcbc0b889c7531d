"""Facts of the work inside a pairing."""

from support.models.agreement import Agreement, AgreementTemplate, Signature

__all__ = [
    "Agreement",
    "AgreementTemplate",
    "Signature",
]
