"""Questions about the work inside a pairing."""

from support.queries.agreements import (
    AgreementPage,
    Draft,
    agreement_for,
    agreement_in_force_of,
    agreement_page_of,
    areas_to_write_for,
    draft_for,
    reviews_due,
    templates_for,
    version_of,
)
from support.queries.checking import CheckIns, all_rules, check_in_of, check_ins_of, rhythm_of, rule_in_force
from support.queries.goals import (
    GoalPage,
    Goals,
    goal_page_of,
    goal_to_bring,
    goals_for,
    goals_of,
    goals_of_two,
    steps_for,
)
from support.queries.together import Together, pairing_for, together_of

__all__ = [
    "AgreementPage",
    "CheckIns",
    "Draft",
    "GoalPage",
    "Goals",
    "Together",
    "agreement_for",
    "agreement_in_force_of",
    "agreement_page_of",
    "all_rules",
    "areas_to_write_for",
    "check_in_of",
    "check_ins_of",
    "draft_for",
    "goal_page_of",
    "goal_to_bring",
    "goals_for",
    "goals_of",
    "goals_of_two",
    "pairing_for",
    "reviews_due",
    "rhythm_of",
    "rule_in_force",
    "steps_for",
    "templates_for",
    "together_of",
    "version_of",
]
