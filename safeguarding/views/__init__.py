"""Pages of safeguarding: crisis help, reports and blocks of one's own, and concerns for those who keep people safe."""

from safeguarding.views.blocking import blocks, lift_block
from safeguarding.views.crisis import crisis_help
from safeguarding.views.deciding import (
    concern,
    concern_on_paper,
    concerns,
    evidence_file,
    hand_back_concern,
    take_concern,
)
from safeguarding.views.figures import places_in_figures, safety_figures, safety_figures_csv, safety_figures_json
from safeguarding.views.looking import (
    concern_contact,
    concern_escalation,
    concern_note,
    concern_plan,
    concern_risk,
    concern_severity,
    concern_sharing,
)
from safeguarding.views.measuring import appeal, appeals, lift_measure, take_measure
from safeguarding.views.own_measures import measure, my_measures
from safeguarding.views.reporting import block_reported, report, reported, withdraw_report

__all__ = [
    "appeal",
    "appeals",
    "block_reported",
    "blocks",
    "concern",
    "concern_contact",
    "concern_escalation",
    "concern_note",
    "concern_on_paper",
    "concern_plan",
    "concern_risk",
    "concern_severity",
    "concern_sharing",
    "concerns",
    "crisis_help",
    "evidence_file",
    "hand_back_concern",
    "lift_block",
    "lift_measure",
    "measure",
    "my_measures",
    "places_in_figures",
    "report",
    "reported",
    "safety_figures",
    "safety_figures_csv",
    "safety_figures_json",
    "take_concern",
    "take_measure",
    "withdraw_report",
]
