"""The code on a certificate: it proves that the certificate is genuine and carries no name."""

from django.core.signing import BadSignature, Signer

# A point ends nothing in an address and is no letter of a signature.
_SIGNER = Signer(sep=".", salt="networks.certificate")


def code_of(place: int) -> str:
    return _SIGNER.sign(str(place))


def place_of(code: str) -> int | None:
    """The number of the place the code was made for; None where it was not made here."""
    try:
        return int(_SIGNER.unsign(code))
    except BadSignature:
        return None
