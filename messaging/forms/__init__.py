"""Input to messaging, one module per noun."""

from messaging.forms.groups import BeginGroupForm, FindForm, InviteForm, TitleForm
from messaging.forms.messages import MessageForm, WordsField
from messaging.forms.preferences import PreferencesForm, WorkingHoursForm
from messaging.forms.search import SearchForm

__all__ = [
    "BeginGroupForm",
    "FindForm",
    "InviteForm",
    "MessageForm",
    "PreferencesForm",
    "SearchForm",
    "TitleForm",
    "WordsField",
    "WorkingHoursForm",
]
