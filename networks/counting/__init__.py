"""Counts votes by rules with a name: plain Python, so that whoever doubts a result can read how it came about."""

from networks.counting.asking import ConsentResult, PetitionResult, count_consent, count_signatures
from networks.counting.ballots import Option, Result, Tally
from networks.counting.polls import PollResult, count_poll
from networks.counting.ranked import RankedResult, Round, count_ranked
from networks.counting.shares import BudgetResult, Payment, Purchase, count_budget
from networks.counting.wording import in_pounds

__all__ = [
    "BudgetResult",
    "ConsentResult",
    "Option",
    "Payment",
    "PetitionResult",
    "PollResult",
    "Purchase",
    "RankedResult",
    "Result",
    "Round",
    "Tally",
    "count_budget",
    "count_consent",
    "count_poll",
    "count_ranked",
    "count_signatures",
    "in_pounds",
]
