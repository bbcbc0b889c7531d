"""Input to the work inside a pairing."""

from support.forms.agreements import AgreementForm, TemplateForm

__all__ = [
    "AgreementForm",
    "TemplateForm",
]
