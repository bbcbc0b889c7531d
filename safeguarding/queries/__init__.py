"""Questions about safety, one module per noun."""

from safeguarding.queries.appeals import appeals_for, who_answers
from safeguarding.queries.cases import (
    ALL,
    MINE,
    NOBODYS,
    cases_for,
    cases_over,
    cases_waiting,
    held_without_a_report,
    reports_of_the_same,
)
from safeguarding.queries.chronology import Entry, chronology_of
from safeguarding.queries.concerns import (
    Alarms,
    alarms_counted,
    all_concerns_for,
    concerns_for,
    files_of,
    people_in_open_concerns,
    reports_by,
    who_looks_at,
)
from safeguarding.queries.contacts import (
    blocked_ids,
    blocked_pairs,
    blocks_made_by,
    crisis_lines,
    may_be_in_contact,
    those_who_may_meet,
)
from safeguarding.queries.figures import (
    PlaceFigures,
    counted_in,
    figures_of_places,
    published_figures,
    quarters_to_publish,
)
from safeguarding.queries.measures import (
    in_force_about,
    kept_back_by,
    measures_for,
    measures_so_far,
    measures_told_to,
    waits_for_a_look,
)
from safeguarding.queries.naming import known_as, who_has_it

__all__ = [
    "ALL",
    "MINE",
    "NOBODYS",
    "Alarms",
    "Entry",
    "PlaceFigures",
    "alarms_counted",
    "all_concerns_for",
    "appeals_for",
    "blocked_ids",
    "blocked_pairs",
    "blocks_made_by",
    "cases_for",
    "cases_over",
    "cases_waiting",
    "chronology_of",
    "concerns_for",
    "counted_in",
    "crisis_lines",
    "figures_of_places",
    "files_of",
    "held_without_a_report",
    "in_force_about",
    "kept_back_by",
    "known_as",
    "may_be_in_contact",
    "measures_for",
    "measures_so_far",
    "measures_told_to",
    "people_in_open_concerns",
    "published_figures",
    "quarters_to_publish",
    "reports_by",
    "reports_of_the_same",
    "those_who_may_meet",
    "waits_for_a_look",
    "who_answers",
    "who_has_it",
    "who_looks_at",
]
