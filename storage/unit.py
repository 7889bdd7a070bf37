"""What a piece of work gets: the papers of the trade and the bot's own rows, within one transaction."""

from functools import cached_property

from sqlalchemy.orm import Session

from storage.inbox import InboxRows
from storage.outbox import NoticeRows
from storage.records import SqlRecords
from storage.screens import ScreenRows


class SqlUnit:
    """Good until the transaction ends."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def records(self) -> SqlRecords:
        return SqlRecords(self.session)

    @cached_property
    def inbox(self) -> InboxRows:
        return InboxRows(self.session)

    @cached_property
    def screens(self) -> ScreenRows:
        return ScreenRows(self.session)

    @cached_property
    def outbox(self) -> NoticeRows:
        return NoticeRows(self.session)
