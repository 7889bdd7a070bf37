"""Today: files that may be one person's."""

from domain.entities.people import Right, Role
from domain.ports.desk import Desk
from domain.queries.doubts import count_doubts
from domain.queries.today.declared import Found, today_line


@today_line("doubts", {Role.OWNER: 65, Role.MANAGER: 60}, Right.MERGE_CLIENTS)
def _doubts_line(desk: Desk) -> Found:
    return Found(count_doubts(desk))
