"""What somebody chooses to hear, their number and its code, and a browser that wants to be told."""

import base64
import binascii
from collections.abc import Iterable, Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from messaging.models import ALWAYS_LISTED, Channel, Notice, NoticeHours
from messaging.phones import clean_phone
from messaging.ways_out.push import is_known_service

HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]
# The clocks change at night, so each of these comes exactly once on every day.
BY_DAY = HOURS[6:23]


def as_hour(text: str) -> int:
    return int(text)


class ChoicesForm(forms.Form):
    """A box for each kind and channel that is open here, the quiet hours, and the hour of the daily e-mail."""

    quiet_from = forms.TypedChoiceField(
        label="Quiet from", choices=[("", "Never"), *HOURS], coerce=as_hour, empty_value=None, required=False
    )
    quiet_until = forms.TypedChoiceField(
        label="Quiet until", choices=[("", "Never"), *HOURS], coerce=as_hour, empty_value=None, required=False
    )
    daily_at = forms.TypedChoiceField(label="The one e-mail a day comes at", choices=BY_DAY, coerce=as_hour)

    def __init__(
        self,
        data: QueryDict | None,
        *,
        grid: Mapping[tuple[str, str], bool],
        hours: NoticeHours,
        channels: Iterable[Channel],
    ) -> None:
        initial = {name: getattr(hours, name) for name in self.base_fields}
        super().__init__(data, initial=initial)
        self.channels = list(channels)
        for kind in Notice.Kind:
            for channel in self.channels:
                self.fields[f"{kind}-{channel}"] = forms.BooleanField(
                    label=channel.label,
                    initial=grid[kind.value, channel.value],
                    required=False,
                    disabled=channel == Channel.APP and kind in ALWAYS_LISTED,
                )

    def rows(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The grid as it is drawn: each kind with its boxes."""
        return [(kind.label, [self[f"{kind}-{channel}"] for channel in self.channels]) for kind in Notice.Kind]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        begins, ends = values.get("quiet_from"), values.get("quiet_until")
        if (begins is None) != (ends is None):
            self.add_error("quiet_until", "Give both hours, or “Never” for both.")
        elif begins is not None and begins == ends:
            self.add_error("quiet_until", "These two are the same. For no quiet hours choose “Never” for both.")
        return values

    def choices(self) -> dict[str, Any]:
        """What was chosen, as the operation takes it."""
        grid = {
            (kind.value, channel.value): self.cleaned_data[f"{kind}-{channel}"]
            for kind in Notice.Kind
            for channel in self.channels
        }
        return {"wanted": grid, **{name: self.cleaned_data[name] for name in self.base_fields}}


class PhoneField(forms.CharField):
    def clean(self, value: Any) -> str:
        return clean_phone(str(value or ""))


class PhoneForm(forms.Form):
    phone = PhoneField(
        label="Your mobile number",
        help_text="We send a code to it, to see that it is yours.",
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "maxlength": 40}),
    )


class PhoneCodeForm(forms.Form):
    code = forms.CharField(
        label="The code",
        help_text="Six digits. It is good for ten minutes.",
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": "Give the code from the text message."},
    )

    def clean_code(self) -> str:
        return "".join(str(self.cleaned_data["code"]).split())


class DeviceForm(forms.Form):
    """What a browser says when it subscribes. Only what a browser can have made is believed."""

    endpoint = forms.CharField(max_length=600)
    p256dh = forms.CharField(max_length=100)
    auth = forms.CharField(max_length=40)

    def clean_endpoint(self) -> str:
        endpoint = str(self.cleaned_data["endpoint"])
        if not is_known_service(endpoint):
            raise ValidationError("This browser's push service is not known to us.")
        return endpoint

    def clean_p256dh(self) -> str:
        point = _decoded(self.cleaned_data["p256dh"])
        try:
            EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point)
        except ValueError as error:
            raise ValidationError("This is not a key.") from error
        return str(self.cleaned_data["p256dh"])

    def clean_auth(self) -> str:
        if len(_decoded(self.cleaned_data["auth"])) != 16:
            raise ValidationError("This is not a secret of the right length.")
        return str(self.cleaned_data["auth"])


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValidationError("This is not written as keys are.") from error
