"""The codes a socket is closed with."""

from collections.abc import Mapping

SIGNED_OUT = 4401
OTHER_VERSION = 4406
TOO_SLOW = 4408
RIGHTS_CHANGED = 4409
TRY_AGAIN_LATER = 1013
# The codes a socket is closed with, and what they say.
CLOSE_CODES: Mapping[int, str] = {
    SIGNED_OUT: "Nobody is signed in here any more: after signing out, a new password, deactivation or expiry.",
    OTHER_VERSION: "The subprotocol asked for is not one we speak.",
    TOO_SLOW: "More than 256 frames or 1 MiB waited to be read. Connect again and resume.",
    RIGHTS_CHANGED: "What this person may do has changed. Connect again at once.",
    TRY_AGAIN_LATER: "Nobody could look who this is. Connect again after a pause.",
}
