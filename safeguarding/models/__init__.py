"""The facts about safety, one module per noun."""

from safeguarding.models.block import Block
from safeguarding.models.chronology import ConcernNote, Sharing
from safeguarding.models.concern import Concern, ConcernQuerySet
from safeguarding.models.crisis import CrisisLine
from safeguarding.models.evidence import EvidenceFile
from safeguarding.models.figures import QuarterFigures
from safeguarding.models.measure import Appeal, Measure
from safeguarding.models.moderator import Moderator

__all__ = [
    "Appeal",
    "Block",
    "Concern",
    "ConcernNote",
    "ConcernQuerySet",
    "CrisisLine",
    "EvidenceFile",
    "Measure",
    "Moderator",
    "QuarterFigures",
    "Sharing",
]
