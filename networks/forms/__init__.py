"""Input to networks, one module per noun."""

from networks.forms.browsing import SearchForm
from networks.forms.founding import NetworkForm, SettingsForCoordinatorsForm, SettingsForm
from networks.forms.hosting import HostForm, InvitationForm, LeaderForm, NewAgreementForm
from networks.forms.joining import AgreeForm, JoinForm
from networks.forms.keeping import ArrangementForm, NoteForm
from networks.forms.mine import DraftForm, MutingForm
from networks.forms.writing import EditForm, ReplyForm, ThreadForm, WritingForm

__all__ = [
    "AgreeForm",
    "ArrangementForm",
    "DraftForm",
    "EditForm",
    "HostForm",
    "InvitationForm",
    "JoinForm",
    "LeaderForm",
    "MutingForm",
    "NetworkForm",
    "NewAgreementForm",
    "NoteForm",
    "ReplyForm",
    "SearchForm",
    "SettingsForCoordinatorsForm",
    "SettingsForm",
    "ThreadForm",
    "WritingForm",
]
