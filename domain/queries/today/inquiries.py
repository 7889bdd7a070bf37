"""Today: inquiries that wait."""

from domain.entities.people import Right, Role
from domain.ports.desk import Desk
from domain.queries.inquiries import inquiries_waiting
from domain.queries.today.declared import Found, today_line


@today_line("inquiries", {Role.OPERATOR: 10, Role.MANAGER: 45}, Right.TAKE_INQUIRIES)
def _waiting_line(desk: Desk) -> Found | None:
    """With the age of the oldest."""
    page = inquiries_waiting(desk, limit=1)
    if not page.inquiries:
        return None
    oldest = page.inquiries[0]
    only = oldest.id if page.count == 1 else None
    return Found(page.count, only, {"since": oldest.received_at})
