"""Pages of a caseload, one module per noun."""

from caseload.views.desk import desk, desk_section, member, my_people

__all__ = ["desk", "desk_section", "member", "my_people"]
