"""What a piece of work gets: the papers of the trade and the bot's own rows, within one transaction."""

from functools import cached_property

from storage.crypto.sealing import Keys
from storage.crypto.secrets import Secrets
from storage.queues.inbox import InboxRows
from storage.queues.leases import LeaseRows
from storage.queues.outbox import NoticeRows
from storage.queues.screens import ScreenRows
from storage.queues.unsent import UnsentRows
from storage.repositories import SqlRepositories
from storage.session import Session
from storage.vitals import Vitals


class SqlUnit:
    """Good until the transaction ends."""

    def __init__(self, session: Session, keys: Keys | None = None) -> None:
        self.session = session
        session.keys = keys

    @cached_property
    def repositories(self) -> SqlRepositories:
        return SqlRepositories(self.session)

    @cached_property
    def inbox(self) -> InboxRows:
        return InboxRows(self.session)

    @cached_property
    def answers(self) -> UnsentRows:
        return UnsentRows(self.session)

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
    def leases(self) -> LeaseRows:
        return LeaseRows(self.session)

    @cached_property
    def vitals(self) -> Vitals:
        return Vitals(self.session)
