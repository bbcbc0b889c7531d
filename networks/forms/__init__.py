"""Input to networks, one module per noun."""

from networks.forms.browsing import SearchForm
from networks.forms.founding import NetworkForm
from networks.forms.hosting import HostForm
from networks.forms.joining import JoinForm
from networks.forms.mine import DraftForm, MutingForm
from networks.forms.writing import ReplyForm, ThreadForm, WritingForm

__all__ = [
    "DraftForm",
    "HostForm",
    "JoinForm",
    "MutingForm",
    "NetworkForm",
    "ReplyForm",
    "SearchForm",
    "ThreadForm",
    "WritingForm",
]
