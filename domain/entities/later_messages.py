"""Messages to clients that are written now and sent later, until then seen, changed and taken back."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated
from zoneinfo import ZoneInfo

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry, InquiryState
from domain.entities.people import StaffMember
from domain.values.decent import first_decent
from domain.values.local_time import zone
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal

LaterNumber = Annotated[int, NumberOf("later_message")]
FARTHEST = timedelta(days=366)


class Held(StrEnum):
    """Why it was not sent when its time had come: its author decides."""

    UNREACHABLE = "unreachable"
    """The client has blocked us, has no Telegram, or was forgotten."""
    OVER = "over"
    """What it is about was cancelled or closed meanwhile."""


@dataclass(eq=False)
class LaterMessage:
    """Of a colleague to a client, about a deal, an inquiry or nothing in particular."""

    author: StaffMember
    client: Client
    text: str
    written_at: datetime
    due_at: datetime
    inquiry: Inquiry | None = None
    deal: Deal | None = None
    sent_at: datetime | None = None
    taken_back_at: datetime | None = None
    held: Held | None = None
    id: int = field(default=0)

    @property
    def branch(self) -> int | None:
        about = self.deal or self.inquiry
        return about.branch if about else None

    @property
    def waits(self) -> bool:
        """It may still be changed; one that is held, too."""
        return self.sent_at is None and self.taken_back_at is None

    def must_wait(self) -> None:
        """Raises Refusal: later_gone."""
        if not self.waits:
            raise Refusal("later_gone")

    def in_the_way(self) -> Held | None:
        """What stands in the way just now."""
        if not self.client.reachable:
            return Held.UNREACHABLE
        deal, inquiry = self.deal, self.inquiry
        if deal is not None:
            return Held.OVER if deal.is_lost or deal.called_off else None
        closed = inquiry is not None and inquiry.state is InquiryState.CLOSED
        return Held.OVER if closed else None


def clock_of(client: Client, agency: ZoneInfo) -> ZoneInfo:
    """The client's own, as far as they told; else the agency's."""
    told = client.person.zone if client.person else None
    return zone(told) if told else agency


def when_sent(due: datetime, now: datetime, clock: ZoneInfo) -> datetime:
    """The first moment from then on that is decent by this clock. Raises Refusal: in_the_past, later_too_far."""
    if due <= now:
        raise Refusal("in_the_past")
    if due > now + FARTHEST:
        raise Refusal("later_too_far")
    return first_decent(due, [clock]) or due
