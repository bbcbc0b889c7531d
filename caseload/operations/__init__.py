"""Verbs of a caseload."""

from caseload.operations.covering import (
    CoverFacts,
    end_cover,
    follow_covers,
    open_cover,
    plan_cover,
)
from caseload.operations.reading import MayNotRead, open_record

__all__ = [
    "CoverFacts",
    "MayNotRead",
    "end_cover",
    "follow_covers",
    "open_cover",
    "open_record",
    "plan_cover",
]
