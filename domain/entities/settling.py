"""Settling: after a journey both cards are written, the client's data card and the record; then it is settled."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from domain.entities.deals import Deal
from domain.entities.definitions import ONLY, definition_kind
from domain.entities.people import StaffMember
from domain.entities.timeline import DEALS
from domain.entities.trips import Trip
from domain.values.numbers import NumberOf

SettlementNumber = Annotated[int, NumberOf("settlement")]
DEALS.tells("deal", "settled", "not_settled", "data_card", "record_written")

ASKED_AGAIN = (2, 5)
"""Days after which colleagues are asked once more for a card that is missing; then no more."""
MARKS = range(1, 6)


class Writer(StrEnum):
    """Whose part of the cards it is."""

    SELLER = "seller"
    GUIDE = "guide"


class Card(StrEnum):
    """What a journey has to have before it is settled."""

    DATA = "data"
    """The client's data card, looked through."""
    RECORD = "record"
    """Of whoever sold it."""
    GUIDES_RECORD = "guides_record"

    @property
    def writer(self) -> Writer:
        return Writer.GUIDE if self is Card.GUIDES_RECORD else Writer.SELLER


class Gate(StrEnum):
    """What a missing card does."""

    REQUIRED = "required"
    """Nothing is settled without both."""
    REMINDER = "reminder"
    """Colleagues are asked for them, and it can be settled without."""
    OFF = "off"
    """Nobody is asked."""


@dataclass(frozen=True)
class Settling:
    """How the owner has it; the `exempt` write no cards."""

    gate: Gate = Gate.REQUIRED
    exempt: tuple[Writer, ...] = ()

    def wants(self, card: Card) -> bool:
        return self.gate is not Gate.OFF and card.writer not in self.exempt


SETTLING = definition_kind("settling", Settling, {ONLY: Settling()})


@dataclass(eq=False)
class Settlement:
    """Of a deal whose journey is over: which cards are there, and whether it is settled."""

    deal: Deal
    opened_at: datetime
    guided: bool = False
    """Whether a guide went along."""
    ask_on: date | None = None
    """The day on which colleagues are asked for what is missing; None: no more."""
    asked: int = 0
    data_at: datetime | None = None
    record_at: datetime | None = None
    guides_record_at: datetime | None = None
    settled_at: datetime | None = None
    settled_by: StaffMember | None = None
    id: int = field(default=0)

    def missing(self, settling: Settling) -> tuple[Card, ...]:
        """In the order in which they are written."""
        there = {
            Card.RECORD: self.record_at is not None,
            Card.DATA: self.data_at is not None,
            Card.GUIDES_RECORD: self.guides_record_at is not None or not self.guided,
        }
        return tuple(card for card, written in there.items() if not written and settling.wants(card))

    def has(self, card: Card, at: datetime) -> None:
        """It was written just now."""
        setattr(self, f"{card.value}_at", at)


@dataclass(frozen=True)
class Told:
    """What a record says. All but the mark may be left out."""

    mark: int
    pleased: str | None = None
    annoyed: str | None = None
    wants_next: str | None = None
    market: str | None = None
    """Of the hotel or whoever else served them: filed as an observation, too."""
    words: str | None = None
    """Anything else."""


@dataclass(eq=False)
class JourneyRecord:
    """How a journey went, as one colleague tells it: of a deal, or of a whole trip by its guide."""

    author: StaffMember
    writer: Writer
    written_at: datetime
    mark: int
    deal: Deal | None = None
    trip: Trip | None = None
    """Of a guide: the trip that the record is about as a whole, or on which this client was."""
    pleased: str | None = None
    annoyed: str | None = None
    wants_next: str | None = None
    market: str | None = None
    words: str | None = None
    changed_at: datetime | None = None
    id: int = field(default=0)

    def says(self, told: Told) -> None:
        self.mark, self.market, self.words = told.mark, told.market, told.words
        self.pleased, self.annoyed, self.wants_next = told.pleased, told.annoyed, told.wants_next
