"""A trip's lists go out: what the copy said is kept, so that it is known later what has changed since."""

from datetime import timedelta

from domain.entities.list_copies import ListCopy, ListKind
from domain.ports.desk import Desk
from domain.queries.participants import list_rows

AT_ONCE = timedelta(minutes=1)


def list_sent(desk: Desk, number: int, kind: ListKind) -> ListCopy:
    """The actor takes the whole list; as a sheet and on paper in one minute is once. Raises Forbidden, NotFound."""
    rows = list_rows(desk, number, kind)
    last = desk.repositories.trips.last_copy(desk.repositories.trips.get(number), kind)
    if last and last.rows == rows and last.sent_by is desk.actor.staff and desk.now - last.sent_at < AT_ONCE:
        return last
    copy = ListCopy(desk.repositories.trips.get(number), kind, desk.now, desk.actor.staff, rows)
    desk.repositories.trips.sent(copy)
    desk.note("trip", number, f"{kind.value}_sent")
    return copy
