"""How what somebody wrote stands: there for all, or kept back for a reason."""

from django.db.models import TextChoices


class Standing(TextChoices):
    WAITING = "waiting", "A moderator reads it first"
    SHOWN = "shown", "There for all"
    HELD = "held", "Kept back until somebody has looked"
    HIDDEN = "hidden", "Hidden by a moderator"
    WITHDRAWN = "withdrawn", "Taken back by its writer"


# A post that was taken back leaves a line without its words, so that what others answered still makes sense.
FOR_ALL = (Standing.SHOWN, Standing.WITHDRAWN)
# Said one by one, as the index over what is kept back says it: a database does not find it by what it is not.
KEPT_BACK = (Standing.WAITING, Standing.HELD, Standing.HIDDEN)
