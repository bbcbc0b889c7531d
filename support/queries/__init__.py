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
    "Draft",
    "GoalPage",
    "Goals",
    "Together",
    "agreement_for",
    "agreement_in_force_of",
    "agreement_page_of",
    "areas_to_write_for",
    "draft_for",
    "goal_page_of",
    "goal_to_bring",
    "goals_for",
    "goals_of",
    "goals_of_two",
    "pairing_for",
    "reviews_due",
    "steps_for",
    "templates_for",
    "together_of",
    "version_of",
]
