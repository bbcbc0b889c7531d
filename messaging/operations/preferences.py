"""Changes what somebody lets others see of them, and when they can be expected to answer."""

from datetime import date

from messaging.hours import Hours, written
from messaging.models import Preferences
from people.models import Person


def change_preferences(*, by: Person, shows_reading: bool, shows_typing: bool, shows_presence: bool) -> None:
    """Show others what one reads, when one writes and when one is here, or not; it holds at once, for both sides."""
    shown = {"shows_reading": shows_reading, "shows_typing": shows_typing, "shows_presence": shows_presence}
    Preferences.objects.update_or_create(person=by, defaults=shown)


def change_hours(*, by: Person, hours: Hours, away_until: date | None) -> None:
    """Say when one usually answers, and up to which day one is away; no hours means that nothing is said of them."""
    said = {"hours": written(hours), "away_until": away_until}
    Preferences.objects.update_or_create(person=by, defaults=said)
