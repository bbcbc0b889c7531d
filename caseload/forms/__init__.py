"""Input to a caseload, one module per noun."""

from caseload.forms.desk import FilterForm

__all__ = ["FilterForm"]
