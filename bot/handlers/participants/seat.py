"""One seat of a trip, for whoever goes along: who it is, whom to call, and whether they know of the departure."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, back, column, go
from bot.links.trips import PARTICIPANTS, SEAT
from domain.entities.trips import TripNumber
from domain.queries.participants import seat_of
from locales import _, lines
from locales.terms.deals import stage_words
from locales.terms.phones import pretty_phone

routes = Routes(rank=730)


@routes.draws(SEAT)
def seat(exchange: Exchange, number: TripNumber, person: int) -> Screen:
    found = seat_of(exchange.desk, number, person)
    one = found.seat
    text = lines(
        _("<b>{name}</b> · {trip}")(name=one.traveller or "—", trip=found.trip.title),
        _("👤 {client} · {phone}")(client=one.client, phone=pretty_phone(one.phone)),
        _("#{number} · {stage}")(number=one.deal, stage=stage_words(one.step, found.names)),
        _("✓ has confirmed the departure") if one.confirmed else None,
    )
    everybody = go(_("👥 Participants"), PARTICIPANTS, number, None, 0)
    return Screen(text, column([everybody, back(PARTICIPANTS, number, None, 0)]))
