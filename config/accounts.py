"""What signing in and signing up say when something is missing or wrong, in our words."""

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm, SignupForm
from django import forms

EMAIL = {
    "required": "Give your e-mail address.",
    "invalid": "This does not look like an e-mail address. One looks like name@example.org.",
}


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": (
            "This e-mail address and password do not go together. Check both, or have a code sent to you."
        ),
        "incorrect_code": "That is not the code we sent. Check it, or ask for a new one.",
        "incorrect_password": "That is not your password.",
        "too_many_login_attempts": "That was tried too many times. Please wait a few minutes, then try again.",
    }


class SignInForm(LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["login"], "E-mail address", EMAIL)
        say(self.fields["password"], "Password", {"required": "Give your password."})


class MakeAccountForm(SignupForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self.fields["email"], "E-mail address", EMAIL)
        say(self.fields["password1"], "Password", {"required": "Choose a password."})


def say(field: forms.Field, label: str, errors: Mapping[str, str]) -> None:
    field.label = label
    field.error_messages.update(errors)
