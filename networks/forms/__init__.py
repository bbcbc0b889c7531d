"""Input to networks, one module per noun."""

from networks.forms.browsing import SearchForm
from networks.forms.events import (
    AttendanceForm,
    CertificateForm,
    CourseForm,
    FactsForm,
    FeedbackForm,
    MeetingForm,
    SessionForm,
)
from networks.forms.founding import NetworkForm, SettingsForCoordinatorsForm, SettingsForm
from networks.forms.hosting import HostForm, InvitationForm, LeaderForm, NewAgreementForm
from networks.forms.joining import AgreeForm, JoinForm
from networks.forms.keeping import ArrangementForm, NoteForm
from networks.forms.mine import DigestForm, DraftForm, MutingForm, WordsForm
from networks.forms.moderating import NotThroughForm
from networks.forms.writing import EditForm, PrivateForm, ReplyForm, ThreadForm, WritingForm

__all__ = [
    "AgreeForm",
    "ArrangementForm",
    "AttendanceForm",
    "CertificateForm",
    "CourseForm",
    "DigestForm",
    "DraftForm",
    "EditForm",
    "FactsForm",
    "FeedbackForm",
    "HostForm",
    "InvitationForm",
    "JoinForm",
    "LeaderForm",
    "MeetingForm",
    "MutingForm",
    "NetworkForm",
    "NewAgreementForm",
    "NotThroughForm",
    "NoteForm",
    "PrivateForm",
    "ReplyForm",
    "SearchForm",
    "SessionForm",
    "SettingsForCoordinatorsForm",
    "SettingsForm",
    "ThreadForm",
    "WordsForm",
    "WritingForm",
]
