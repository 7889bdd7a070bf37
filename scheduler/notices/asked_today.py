"""One sum is asked for once a day: the word that it is wanted and the reminder of it say the same."""

from domain.entities.deals import Deal
from domain.entities.lateness import Expected
from domain.entities.notices import Notice, NoticeState
from domain.notices.payments import BALANCE_WANTED, DEPOSIT_WANTED
from domain.notices.reminders import BALANCE_DUE, DEPOSIT_DUE, PAYMENT_OVERDUE
from domain.ports.desk import Desk
from scheduler.notices.message_content import NothingToSay

_WANTED = {DEPOSIT_WANTED: Expected.DEPOSIT, BALANCE_WANTED: Expected.BALANCE}
_ASKS = (*_WANTED, DEPOSIT_DUE, BALANCE_DUE, PAYMENT_OVERDUE)


def must_be_new_today(desk: Desk, deal: Deal, notice: Notice) -> None:
    """Raises NothingToSay when the client was asked for the same today."""
    for other in desk.repositories.notices.about([deal], _ASKS):
        if other is notice or other.state is not NoticeState.SENT or other.sent_at is None:
            continue
        day = other.sent_at.astimezone(desk.agency.zone).date()
        if day == desk.today and _asks_for(other) == _asks_for(notice):
            raise NothingToSay("they were asked for it today")


def _asks_for(notice: Notice) -> str:
    return _WANTED.get(notice.kind) or str(notice.facts["what"])
