"""What is wished for: the questions about a journey that a client's own inquiry and one taken by phone share."""

from typing import TYPE_CHECKING, Any

from domain.entities.trips import Trip
from domain.queries.trips import names_ahead
from domain.usecases.inquiries.intake import check_when
from locales import Sentence, _

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

MONTHS = 6
PLACES, LOOKED_AT = 4, 20
"""So many places are offered, of so many trips."""


def places(exchange: "Exchange", _answers: Any) -> list[str]:
    """Where our next trips go, each place once."""
    return names_ahead(exchange.desk, LOOKED_AT)[:PLACES]


def months(exchange: "Exchange", _answers: Any) -> list[str]:
    """The next months, by name in the asker's language."""
    first = exchange.desk.today.replace(day=1)
    shown = []
    for _month in range(MONTHS):
        first = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
        shown.append(exchange.voice.month(first))
    return shown


def when_can_be(exchange: "Exchange", value: str | None, _answers: Any) -> None:
    """Raises Refusal for a full date that is over or does not exist."""
    if value:
        check_when(exchange.desk, value)


def trip_choice(trip: Trip, free: int) -> Sentence:
    """ "Ohrid 29.10.2027 · 12 free", as a button."""
    if not free:
        return _("{trip} · sold out")(trip=trip.title)
    return _("{trip} · {count} free")(trip=trip.title, count=free)
