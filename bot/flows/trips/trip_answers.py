"""What is answered about a trip that is put up, or changed."""

import datetime
from dataclasses import dataclass

from bot.conversation.flow.answers import asked
from domain.entities.trip_plans import Point, Transport
from domain.values.money import Money


@dataclass(kw_only=True)
class TripAnswers:
    kind: str | None = asked()
    """Empty: of no kind."""
    name: str = asked()
    transport: Transport = asked()
    day: datetime.date = asked()
    zone: str = asked()
    time: datetime.time = asked()
    place: str = asked()
    point: Point | None = asked()
    returns: datetime.date = asked()
    seats: int = asked()
    currency: str = asked()
    price: Money = asked()
    deposit: Money = asked()
    bring: str | None = asked()
    deadlines: str = asked()
    """As usual, or each day chosen by itself."""
    deposit_due: datetime.date | None = asked()
    documents_due: datetime.date | None = asked()
    balance_due: datetime.date | None = asked()


@dataclass(kw_only=True)
class ChangeAnswers:
    trip: int
    alike: int | None = asked()
    """Deals that cost what the trip does."""
    what: str = asked()
    day: datetime.date | None = asked()
    time: datetime.time | None = asked()
    place: str | None = asked()
    point: Point | None = asked()
    seats: int = asked()
    price: Money = asked()
    deposit: Money = asked()
    booked: str = asked()
    """Whether another price holds for the deals there are: "new" or "all"."""
    due: str = asked()
    """Which deadline."""
    due_day: datetime.date = asked()
    which: str = asked()
    """The name, or what to bring."""
    name: str = asked()
    bring: str | None = asked()
