"""What matching refuses, each answered the way its kind is answered everywhere."""

from django.core.exceptions import PermissionDenied, ValidationError

from matching.models import Round
from people.errors import HasMovedOn


class NotYours(PermissionDenied):
    """Somebody else's request, offer or pairing."""


class AnswersAreMissing(ValidationError):
    """A request or an offer of help cannot be sent yet; the error names what is missing."""


class NeedsConsent(ValidationError):
    """Nobody is matched without having agreed to it."""


class BelowPlacesTaken(ValidationError):
    """A capacity smaller than the number of people one supports now."""


class ReferralIsClosed(ValidationError):
    """The code is unknown, used or too old: one sentence for all three, so that guessing teaches nothing."""


class HasAskedAlready(ValidationError):
    """A code prepares a draft; into what was sent already it puts nothing."""


class PlaceIsGone(HasMovedOn):
    """Somebody else took the helper's last place a moment earlier."""


class CannotBeOffered(HasMovedOn):
    """What has changed since the round, so that this proposal must not become an offer."""


class RoundIsUnderWay(HasMovedOn):
    """A round for the same people has not ended yet; `round` is the one to wait for."""

    def __init__(self, words: str, round: Round) -> None:
        super().__init__(words)
        self.round = round


class WeightsCannotBe(ValidationError):
    """Weights that the engine refuses, in its words."""
