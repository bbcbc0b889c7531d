"""Input to clean values, one module per kind of page."""

from matching.forms.checking import CheckRuleForm, CredentialForm
from matching.forms.configuring import ConfigurationForm
from matching.forms.coordinating import CheckForm, ImportForm, RoundForm
from matching.forms.promising import PromiseForm
from matching.forms.questions import (
    AboutForm,
    CapacityForm,
    CodeForm,
    HelpTopicsForm,
    KindForm,
    NamesField,
    PreferencesForm,
    ReferralForm,
    SendForm,
    StoryForm,
    TopicsForm,
    WantsForm,
    WhomForm,
)

__all__ = [
    "AboutForm",
    "CapacityForm",
    "CheckForm",
    "CheckRuleForm",
    "CodeForm",
    "ConfigurationForm",
    "CredentialForm",
    "HelpTopicsForm",
    "ImportForm",
    "KindForm",
    "NamesField",
    "PreferencesForm",
    "PromiseForm",
    "ReferralForm",
    "RoundForm",
    "SendForm",
    "StoryForm",
    "TopicsForm",
    "WantsForm",
    "WhomForm",
]
