"""Facts of a caseload: what is noted, followed up, covered and handed over."""

from caseload.models.cover import Cover

__all__ = ["Cover"]
