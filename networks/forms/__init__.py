"""Input to networks, one module per noun."""

from networks.forms.asks import AskForm, FinishForm, YesForm
from networks.forms.browsing import SearchForm
from networks.forms.deciding import FORMS, AnswerForm, DecisionForm, ReasonForm, WhatChangedForm
from networks.forms.events import (
    AttendanceForm,
    CertificateForm,
    CourseForm,
    FactsForm,
    FeedbackForm,
    MeetingForm,
    SessionForm,
)
from networks.forms.founding import (
    IdeaForm,
    IdeaYesForm,
    NetworkForm,
    NoForm,
    SettingsForCoordinatorsForm,
    SettingsForm,
    YoungIdeaYesForm,
)
from networks.forms.hosting import HostForm, InvitationForm, LeaderForm, NewAgreementForm
from networks.forms.importing import ThreadsForm
from networks.forms.joining import AgreeForm, JoinForm
from networks.forms.keeping import ArrangementForm, NoteForm
from networks.forms.mine import DigestForm, DraftForm, MutingForm, WordsForm
from networks.forms.moderating import NotThroughForm
from networks.forms.resources import ChangeResourceForm, CompareForm, FindResourceForm, ResourceForm, ReviewForm
from networks.forms.voting import VOTE_FORMS, ObjectionForm, VoteForm
from networks.forms.writing import EditForm, PrivateForm, ReplyForm, ThreadForm, WritingForm

__all__ = [
    "FORMS",
    "VOTE_FORMS",
    "AgreeForm",
    "AnswerForm",
    "ArrangementForm",
    "AskForm",
    "AttendanceForm",
    "CertificateForm",
    "ChangeResourceForm",
    "CompareForm",
    "CourseForm",
    "DecisionForm",
    "DigestForm",
    "DraftForm",
    "EditForm",
    "FactsForm",
    "FeedbackForm",
    "FindResourceForm",
    "FinishForm",
    "HostForm",
    "IdeaForm",
    "IdeaYesForm",
    "InvitationForm",
    "JoinForm",
    "LeaderForm",
    "MeetingForm",
    "MutingForm",
    "NetworkForm",
    "NewAgreementForm",
    "NoForm",
    "NotThroughForm",
    "NoteForm",
    "ObjectionForm",
    "PrivateForm",
    "ReasonForm",
    "ReplyForm",
    "ResourceForm",
    "ReviewForm",
    "SearchForm",
    "SessionForm",
    "SettingsForCoordinatorsForm",
    "SettingsForm",
    "ThreadForm",
    "ThreadsForm",
    "VoteForm",
    "WhatChangedForm",
    "WordsForm",
    "WritingForm",
    "YesForm",
    "YoungIdeaYesForm",
]
