"""What a client needs to know of a trip before joining it."""

from domain.queries.trips import TripLine
from locales import Sentence, Weekday, _, lines, n_
from locales.terms.trip_words import money_words
from locales.terms.trips import TRANSPORTS

FREE = n_("💺 {count} seat is free", "💺 {count} seats are free")


def offer_lines(offered: TripLine) -> Sentence:
    """When, where from, the price, what is free."""
    trip, free = offered.trip, offered.free
    return lines(
        _("<b>{trip}</b> · {transport}")(trip=trip.title, transport=TRANSPORTS[trip.transport]),
        _("🗓 {day}, {time}, back on {returns}")(
            day=Weekday(trip.departs.date()), time=trip.departs.time(), returns=trip.returns
        ),
        _("📍 {place}")(place=trip.words("place")),
        money_words(trip),
        FREE(count=free) if free else _("💺 Sold out"),
    )
