"""What a piece of work gets: the papers of the trade and the bot's own rows, within one transaction."""

from functools import cached_property

from storage.answers import AnswerRows
from storage.duties import DutyRows
from storage.inbox import InboxRows
from storage.outbox import NoticeRows
from storage.records import SqlRecords
from storage.screens import ScreenRows
from storage.sealing import Keys
from storage.secrets import Secrets
from storage.session import Session
from storage.vitals import Vitals


class SqlUnit:
    """Good until the transaction ends."""

    def __init__(self, session: Session, keys: Keys | None = None) -> None:
        self.session = session
        session.keys = keys

    @cached_property
    def records(self) -> SqlRecords:
        return SqlRecords(self.session)

    @cached_property
    def inbox(self) -> InboxRows:
        return InboxRows(self.session)

    @cached_property
    def answers(self) -> AnswerRows:
        return AnswerRows(self.session)

    @cached_property
    def screens(self) -> ScreenRows:
        return ScreenRows(self.session)

    @cached_property
    def secrets(self) -> Secrets:
        return Secrets(self.session)

    @cached_property
    def outbox(self) -> NoticeRows:
        return NoticeRows(self.session)

    @cached_property
    def duties(self) -> DutyRows:
        return DutyRows(self.session)

    @cached_property
    def vitals(self) -> Vitals:
        return Vitals(self.session)
