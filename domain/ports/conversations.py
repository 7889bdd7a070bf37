"""What the trade asks of whoever keeps the conversations with clients."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.conversations import Conversation
from domain.entities.people import StaffMember


@dataclass(frozen=True)
class Waiting:
    """How many conversations wait, counted no further than asked: for some colleagues, for nobody in particular, in all;
    and how many for the client."""

    mine: int
    nobodys: int
    everybodys: int
    clients: int


class Conversations(Protocol):
    """Of each client one at most. Lists are of those that wait for us, the longest first, if nothing else is said."""

    def get(self, number: int) -> Conversation: ...
    def of(self, client: Client) -> Conversation | None: ...
    def held(self, client: Client) -> Conversation | None:
        """Nobody else's until the transaction ends."""

    def opened(self, client: Client, at: datetime) -> Conversation:
        """The same; a new one, in which nobody waits, where there was none."""

    def remove(self, conversation: Conversation) -> None: ...

    def waiting(
        self, members: Collection[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Conversation]:
        """All of them, or what these colleagues have."""

    def nobodys(self, limit: int = 8, offset: int = 0) -> Sequence[Conversation]: ...

    def with_clients(self, limit: int = 8, offset: int = 0) -> Sequence[Conversation]:
        """Those that wait for the client."""

    def count(self, members: Collection[StaffMember], most: int) -> Waiting: ...

    def count_late(self, now: datetime, most: int) -> int:
        """Those for which the time in which we answer is over."""

    def to_alarm(self, now: datetime, limit: int) -> Sequence[Conversation]:
        """Those whose time has come, held, the earliest first."""

    def had_by(self, member: StaffMember) -> Sequence[Conversation]:
        """Those that are theirs, held: of what does not wait for us, who has it is asked anew when it does."""

    def nobodys_of(self, member: StaffMember) -> Sequence[Conversation]:
        """Those that nobody has, with clients whom this colleague looks after, held."""
