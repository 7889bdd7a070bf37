"""Offers: what was found for an inquiry with a supplier; sent to the client, who takes one, asks or declines."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Annotated

from domain.entities.client_facts import Board
from domain.entities.deals import Deal
from domain.entities.files import PHOTOS_AND_PDF, StoredFile, file_purpose
from domain.entities.inquiries import Inquiry
from domain.entities.people import StaffMember
from domain.entities.suppliers import Supplier
from domain.entities.timeline import INQUIRIES
from domain.values.money import Money
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal

INQUIRIES.tells("inquiry", "offer_added", "offer_sent", "offer_taken", "offer_declined", "offer_withdrawn")

OFFER_FILE = file_purpose("offer", noun="offer", accepts=PHOTOS_AND_PDF)
OfferNumber = Annotated[int, NumberOf("offer")]

AT_ONCE = 3
"""So many are sent together: of more nobody chooses."""


class OfferState(StrEnum):
    """What has become of it. That its time is over is told by the clock."""

    KEPT = "kept"
    SENT = "sent"
    TAKEN = "taken"
    DECLINED = "declined"
    SET_ASIDE = "set_aside"
    """The client has taken another one, of the same inquiry."""
    WITHDRAWN = "withdrawn"


class Declined(StrEnum):
    """Why the client does not want it."""

    PRICE = "price"
    DATES = "dates"
    OTHER = "other"


@dataclass(frozen=True)
class Option:
    """What is offered, before it is kept. Net price, supplier and note are for colleagues alone."""

    title: str
    price: Money
    starts: date | None = None
    ends: date | None = None
    board: Board | None = None
    valid_until: datetime | None = None
    link: str | None = None
    words: str | None = None
    """For the client."""
    supplier: int | None = None
    net: Money | None = None
    note: str | None = None
    """For colleagues."""


SEEN = ("title", "price", "starts", "ends", "board", "valid_until", "link", "words")
"""What the client has before their eyes."""


@dataclass(eq=False)
class Offer:
    """The price is for everybody who travels. A `version` that was sent says what the client has seen."""

    inquiry: Inquiry
    author: StaffMember
    added_at: datetime
    title: str
    price: Money
    starts: date | None = None
    ends: date | None = None
    board: Board | None = None
    valid_until: datetime | None = None
    link: str | None = None
    words: str | None = None
    supplier: Supplier | None = None
    net: Money | None = None
    note: str | None = None
    file: StoredFile | None = None
    state: OfferState = OfferState.KEPT
    version: int = 1
    sent_at: datetime | None = None
    answered_at: datetime | None = None
    reason: Declined | None = None
    deal: Deal | None = None
    id: int = field(default=0)

    @property
    def nights(self) -> int | None:
        return (self.ends - self.starts).days if self.starts and self.ends else None

    def last_day(self, zone: tzinfo) -> date | None:
        """On which it is valid, by that clock."""
        until = self.valid_until
        return None if until is None else (until - timedelta(seconds=1)).astimezone(zone).date()

    @property
    def branch(self) -> int | None:
        return self.inquiry.branch

    def is_over(self, now: datetime, today: date) -> bool:
        """It was valid until a moment that has come, or its first day is past."""
        too_late = self.valid_until is not None and now >= self.valid_until
        return too_late or (self.starts is not None and self.starts < today)

    def waits(self, now: datetime, today: date) -> bool:
        """The client has it, and may take it."""
        return self.state is OfferState.SENT and self.inquiry.is_open and not self.is_over(now, today)

    def may_be_sent(self, now: datetime, today: date) -> bool:
        kept = self.state is OfferState.KEPT and self.inquiry.is_open
        return kept and not self.is_over(now, today)

    @property
    def is_open(self) -> bool:
        """It may still be changed: nobody has answered it for good."""
        return self.state in {OfferState.KEPT, OfferState.SENT, OfferState.DECLINED} and self.inquiry.is_open

    def must_be_open(self) -> None:
        """Raises Refusal: inquiry_done, inquiry_withdrawn, offer_over."""
        self.inquiry.must_be_open()
        if not self.is_open:
            raise Refusal("offer_over", title=self.title)

    def must_be_takeable(self, now: datetime, today: date, version: int | None) -> None:
        """By who has seen this version of it. One that was declined may be taken all the same.

        Raises Refusal: inquiry_done, inquiry_withdrawn, offer_over, offer_expired, offer_changed.
        """
        self.must_be_open()
        if self.is_over(now, today):
            raise Refusal("offer_expired", title=self.title)
        if version is not None and version != self.version:
            raise Refusal("offer_changed", title=self.title)

    def take(self, deal: Deal, now: datetime) -> None:
        self.state, self.answered_at, self.deal, self.reason = OfferState.TAKEN, now, deal, None

    def decline(self, reason: Declined | None, now: datetime) -> None:
        self.state, self.answered_at, self.reason = OfferState.DECLINED, now, reason or self.reason

    def send(self, now: datetime) -> None:
        self.state, self.sent_at, self.reason = OfferState.SENT, now, None
