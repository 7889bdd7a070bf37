"""Notices about services: an option runs out, a supplier has answered."""

from domain.entities.notices import Audience, notice_kind
from domain.entities.rights import Right

OPTION_RUNS_OUT = notice_kind(
    "option_runs_out", Audience.STAFF, "open_service", "open_deal", right=Right.MOVE_DEALS
)
SUPPLIER_ANSWERED = notice_kind(
    "supplier_answered", Audience.STAFF, "open_service", "open_deal", right=Right.MOVE_DEALS
)
