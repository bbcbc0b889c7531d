"""Screening: which words of a message should make a person look. Plain Python; it decides and blocks nothing."""

from safeguarding.screening.screening import worries_in
from safeguarding.screening.worries import IN_WORDS, About, Kind, Sureness, Worry, needs_help

__all__ = ["IN_WORDS", "About", "Kind", "Sureness", "Worry", "needs_help", "worries_in"]
