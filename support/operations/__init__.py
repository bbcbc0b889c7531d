"""Verbs of the work inside a pairing."""

from support.operations.agreeing import (
    NotOfTheTwo,
    WasQuicker,
    propose_agreement,
    remind_of_agreements,
    sign_agreement,
    withdraw_agreement,
)
from support.operations.templates import NotYourArea, change_template, write_template

__all__ = [
    "NotOfTheTwo",
    "NotYourArea",
    "WasQuicker",
    "change_template",
    "propose_agreement",
    "remind_of_agreements",
    "sign_agreement",
    "withdraw_agreement",
    "write_template",
]
