"""Pages of a caseload, one module per what somebody wants there."""

from caseload.views.desk import desk, desk_section
from caseload.views.people import member, my_people

__all__ = ["desk", "desk_section", "member", "my_people"]
