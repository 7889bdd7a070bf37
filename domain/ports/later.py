"""What the trade asks of whoever keeps messages that are sent later."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.later_messages import LaterMessage
from domain.entities.people import StaffMember


class LaterMessages(Protocol):
    def get(self, number: int) -> LaterMessage: ...
    def locked(self, number: int) -> LaterMessage: ...
    def add(self, message: LaterMessage) -> None: ...
    def waiting_for(self, client: Client, limit: int = 8, offset: int = 0) -> Sequence[LaterMessage]:
        """Neither sent nor taken back, the next first."""

    def count_for(self, client: Client) -> int: ...
    def waiting_of(self, member: StaffMember, limit: int = 8, offset: int = 0) -> Sequence[LaterMessage]:
        """Those that this colleague wrote, likewise."""

    def count_of(self, member: StaffMember) -> int: ...
    def to_send(self, now: datetime, limit: int) -> Sequence[LaterMessage]:
        """Whose time has come, and that nothing holds. Locked, the longest due first."""
