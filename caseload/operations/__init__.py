"""Verbs of a caseload."""

from caseload.operations.reading import MayNotRead, open_record

__all__ = ["MayNotRead", "open_record"]
