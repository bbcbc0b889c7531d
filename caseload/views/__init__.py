"""Pages of a caseload, one module per what somebody wants there."""

from caseload.views.bulk import bulk_action, bulk_actions, new_bulk_action, undo_bulk_action
from caseload.views.covering import cover, end_cover, plan_cover
from caseload.views.desk import desk, desk_section
from caseload.views.handing_out import section_csv, section_on_paper
from caseload.views.indicators import indicators
from caseload.views.my_people import my_people, my_places, open_my_places, pause_my_places
from caseload.views.people import member
from caseload.views.work_lists import delete_work_list, new_work_list, work_list, work_lists

__all__ = [
    "bulk_action",
    "bulk_actions",
    "cover",
    "delete_work_list",
    "desk",
    "desk_section",
    "end_cover",
    "indicators",
    "member",
    "my_people",
    "my_places",
    "new_bulk_action",
    "new_work_list",
    "open_my_places",
    "pause_my_places",
    "plan_cover",
    "section_csv",
    "section_on_paper",
    "undo_bulk_action",
    "work_list",
    "work_lists",
]
