"""Input to clean values, one module per kind of page."""

from matching.forms.configuring import ConfigurationForm
from matching.forms.coordinating import CheckForm, ImportForm, RoundForm
from matching.forms.questions import (
    AboutForm,
    AgeGroupsForm,
    CapacityForm,
    CodeForm,
    HelpTopicsForm,
    KindForm,
    PreferencesForm,
    ReferralForm,
    SendForm,
    StoryForm,
    TopicsForm,
    WantsForm,
)

__all__ = [
    "AboutForm",
    "AgeGroupsForm",
    "CapacityForm",
    "CheckForm",
    "CodeForm",
    "ConfigurationForm",
    "HelpTopicsForm",
    "ImportForm",
    "KindForm",
    "PreferencesForm",
    "ReferralForm",
    "RoundForm",
    "SendForm",
    "StoryForm",
    "TopicsForm",
    "WantsForm",
]
