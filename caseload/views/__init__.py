"""Pages of a caseload, one module per what somebody wants there."""

from caseload.views.covering import cover, end_cover, plan_cover
from caseload.views.desk import desk, desk_section
from caseload.views.people import member, my_people

__all__ = ["cover", "desk", "desk_section", "end_cover", "member", "my_people", "plan_cover"]
