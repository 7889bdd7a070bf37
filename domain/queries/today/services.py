"""Today: options that ran out or soon will."""

from domain.entities.people import Right, Role
from domain.ports.desk import Desk
from domain.queries.services import count_options, options_running_out
from domain.queries.today.declared import Found, today_line


@today_line("options", {Role.MANAGER: 12, Role.OPERATOR: 12, Role.OWNER: 32}, Right.SEE_DEALS)
def _options(desk: Desk) -> Found | None:
    """Whoever leads deals is told of theirs."""
    staff = desk.actor.staff
    leads = staff is not None and staff.role in {Role.MANAGER, Role.OPERATOR}
    count = count_options(desk, mine=leads)
    only = options_running_out(desk, mine=leads, limit=1)[0].id if count == 1 else None
    return Found(count, only)
