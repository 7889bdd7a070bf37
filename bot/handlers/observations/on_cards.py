"""What was noticed of where a trip, a deal or an inquiry goes, on their cards."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.links.deals import DEAL_SLOTS
from bot.links.inquiries import INQUIRY_SLOTS
from bot.links.observations import OBSERVATIONS_OF_TRIP
from bot.links.trips import TRIP_SLOTS
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.queries.observations import count_of_trip, newest_for
from locales import Sentence, _
from locales.terms.observations import observation_line


@TRIP_SLOTS.button(70, Right.NOTE_MARKET)
def observations_of_trip(exchange: Exchange, trip: Trip) -> Button:
    count = count_of_trip(exchange.desk, trip)
    label = _("🔭 Observations · {count}")(count=count) if count else _("🔭 Observations")
    return go(label, OBSERVATIONS_OF_TRIP, trip.id, 0)


@DEAL_SLOTS.lines(12, Right.NOTE_MARKET)
def noticed_for_deal(exchange: Exchange, deal: Deal) -> list[Sentence]:
    """As long as it is sold or under way."""
    return _newest(exchange, deal) if deal.is_open else []


@INQUIRY_SLOTS.lines(12, Right.NOTE_MARKET)
def noticed_for_inquiry(exchange: Exchange, inquiry: Inquiry) -> list[Sentence]:
    return _newest(exchange, inquiry) if inquiry.is_open else []


def _newest(exchange: Exchange, thing: Deal | Inquiry) -> list[Sentence]:
    one = newest_for(exchange.desk, thing)
    return [] if one is None else [observation_line(one)]
