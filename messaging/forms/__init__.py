"""Input to messaging, one module per noun."""

from messaging.forms.messages import MessageForm, WordsField
from messaging.forms.preferences import PreferencesForm, WorkingHoursForm

__all__ = ["MessageForm", "PreferencesForm", "WordsField", "WorkingHoursForm"]
