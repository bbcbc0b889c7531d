"""Input to a caseload, one module per noun."""

from caseload.forms.covering import CoverForm
from caseload.forms.desk import FilterForm

__all__ = ["CoverForm", "FilterForm"]
