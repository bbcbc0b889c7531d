"""Questions about matching, one module per noun: whose request, which offers and why, what a round proposed."""

from matching.queries.arrivals import arrivals, free_places, offered_at_once, waiting_without_proposal
from matching.queries.asking import latest_request_of, open_referral, open_request_of, referrals_of
from matching.queries.caseloads import Caseload, GoingOn, caseload_of
from matching.queries.checks import Checks, check_rules, checks_of, credentials_for, earlier_check_rules, rule_for
from matching.queries.configurations import Change, Version, configurations, current_configuration
from matching.queries.helping import helper_of, helpers_to_check
from matching.queries.instead import Other, who_else
from matching.queries.jobs import (
    job_of,
    publication_of,
    publication_to_do,
    publications_left_over,
    round_to_solve,
    rounds_left_over,
    rounds_under_way,
)
from matching.queries.pairings import pairings_of, visible_pairings
from matching.queries.promises import Promised, promise_for, promises_for
from matching.queries.results import Result, result_of
from matching.queries.rounds import (
    Left,
    Proposed,
    decidable_proposals,
    files_of,
    proposals_to_lapse,
    proposed_in,
    record_of,
    rounds_for,
    unplaced_in,
)
from matching.queries.suggestions import (
    Suggestion,
    in_words,
    offer_for,
    offers_to,
    suggested_to,
    suggestion_for,
    topic_names,
)
from matching.queries.transparency import transparency_record
from matching.queries.why import coordinator_of, own_conversation_of, why_these

__all__ = [
    "Caseload",
    "Change",
    "Checks",
    "GoingOn",
    "Left",
    "Other",
    "Promised",
    "Proposed",
    "Result",
    "Suggestion",
    "Version",
    "arrivals",
    "caseload_of",
    "check_rules",
    "checks_of",
    "configurations",
    "coordinator_of",
    "credentials_for",
    "current_configuration",
    "decidable_proposals",
    "earlier_check_rules",
    "files_of",
    "free_places",
    "helper_of",
    "helpers_to_check",
    "in_words",
    "job_of",
    "latest_request_of",
    "offer_for",
    "offered_at_once",
    "offers_to",
    "open_referral",
    "open_request_of",
    "own_conversation_of",
    "pairings_of",
    "promise_for",
    "promises_for",
    "proposals_to_lapse",
    "proposed_in",
    "publication_of",
    "publication_to_do",
    "publications_left_over",
    "record_of",
    "referrals_of",
    "result_of",
    "round_to_solve",
    "rounds_for",
    "rounds_left_over",
    "rounds_under_way",
    "rule_for",
    "suggested_to",
    "suggestion_for",
    "topic_names",
    "transparency_record",
    "unplaced_in",
    "visible_pairings",
    "waiting_without_proposal",
    "who_else",
    "why_these",
]
