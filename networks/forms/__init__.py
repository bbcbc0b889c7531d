"""Input to networks, one module per noun."""

from networks.forms.browsing import SearchForm
from networks.forms.founding import NetworkForm, SettingsForCoordinatorsForm, SettingsForm
from networks.forms.hosting import HostForm, InvitationForm, LeaderForm, NewAgreementForm
from networks.forms.joining import AgreeForm, JoinForm
from networks.forms.mine import DraftForm, MutingForm
from networks.forms.writing import ReplyForm, ThreadForm, WritingForm

__all__ = [
    "AgreeForm",
    "DraftForm",
    "HostForm",
    "InvitationForm",
    "JoinForm",
    "LeaderForm",
    "MutingForm",
    "NetworkForm",
    "NewAgreementForm",
    "ReplyForm",
    "SearchForm",
    "SettingsForCoordinatorsForm",
    "SettingsForm",
    "ThreadForm",
    "WritingForm",
]
