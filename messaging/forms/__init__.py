"""Input to messaging, one module per noun."""

from messaging.forms.groups import BeginGroupForm, FindForm, InviteForm, TitleForm
from messaging.forms.messages import MessageForm, WordsField, WordsForm
from messaging.forms.notices import ChoicesForm, DeviceForm, PhoneCodeForm, PhoneForm
from messaging.forms.preferences import PreferencesForm, WorkingHoursForm
from messaging.forms.search import SearchForm

__all__ = [
    "BeginGroupForm",
    "ChoicesForm",
    "DeviceForm",
    "FindForm",
    "InviteForm",
    "MessageForm",
    "PhoneCodeForm",
    "PhoneForm",
    "PreferencesForm",
    "SearchForm",
    "TitleForm",
    "WordsField",
    "WordsForm",
    "WorkingHoursForm",
]
