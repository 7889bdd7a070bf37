"""Today: journeys that wait to be settled, and the records a guide has still to write."""

from domain.entities.people import Right, Role
from domain.entities.settling import Gate
from domain.ports.desk import Desk
from domain.queries.settling import count_unsettled, settling_of, trips_to_record
from domain.queries.today.declared import Found, today_line


@today_line(
    "to_settle", {Role.MANAGER: 17, Role.OPERATOR: 17, Role.ACCOUNTANT: 37, Role.OWNER: 45}, Right.SEE_DEALS
)
def _to_settle(desk: Desk) -> Found | None:
    """Whoever leads deals is told of theirs; nobody where the owner wants no cards."""
    if settling_of(desk).gate is Gate.OFF:
        return None
    staff = desk.actor.staff
    leads = staff is not None and staff.role in {Role.MANAGER, Role.OPERATOR}
    return Found(count_unsettled(desk, mine=leads))


@today_line("records", {Role.GUIDE: 37}, Right.WRITE_CARDS)
def _records(desk: Desk) -> Found | None:
    trips = trips_to_record(desk)
    only = trips[0].id if len(trips) == 1 else None
    return Found(len(trips), only, {"trip": trips[0]} if only else {})
