"""What is wished for: the questions about a journey that a client's own inquiry and one taken by phone share."""

from typing import TYPE_CHECKING, Any

from domain.entities.trips import Trip
from domain.queries.destinations import names_ahead
from domain.usecases.inquiries.intake import check_when
from domain.values.month import Month
from domain.values.refusals import Refusal
from domain.values.translated import Translated
from locales import Sentence, _

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

MONTHS = 6
PLACES, LOOKED_AT = 4, 20
"""So many places are offered, of so many trips."""


def places(exchange: "Exchange", _answers: Any) -> list[Translated]:
    """Where our next trips go, each place once."""
    return names_ahead(exchange.desk, LOOKED_AT)[:PLACES]


def months(exchange: "Exchange", _answers: Any) -> list[Month]:
    """The next months."""
    following = [Month.of(exchange.desk.today)]
    for _month in range(MONTHS):
        following.append(following[-1].following)
    return following[1:]


def when_can_be(exchange: "Exchange", value: Month | str | None, _answers: Any) -> None:
    """Raises Refusal for a month or a full date that is over, and for a date that does not exist."""
    if isinstance(value, Month):
        if value < Month.of(exchange.desk.today):
            raise Refusal("in_the_past")
    elif value:
        check_when(exchange.desk, value)


def trip_choice(trip: Trip, free: int) -> Sentence:
    """ "Ohrid 29.10 · 12 free", as a button."""
    if not free:
        return _("{trip} · sold out")(trip=trip.title)
    return _("{trip} · {count} free")(trip=trip.title, count=free)
