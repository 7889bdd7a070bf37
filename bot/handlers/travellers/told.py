"""A client simply writes who travels, before any button: "Wang Wei 12.03.1985 E12345678 12.03.2030" is taken as that."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin_heard
from bot.conversation.routes import Routes
from bot.flows.travellers.traveller import TravellerFlow
from domain.entities.pasted_lines import Line, lines_of, read_line
from domain.queries.my_deals import all_mine, next_of
from locales.terms.countries import country_named

routes = Routes(rank=355)


@routes.takes_unasked
def travellers_told(exchange: Exchange) -> bool:
    """Where seats have no names yet, and every line surely tells of somebody; anything else is for a colleague."""
    event = exchange.event
    if exchange.desk.actor.is_staff or not event.text or event.file or event.forwarded or event.command:
        return False
    read = [_read(exchange, line) for line in lines_of(event.text)]
    if not read or not all(_tells_of_somebody(line) for line in read):
        return False
    deal = next_of(exchange.desk, all_mine(exchange.desk, only_open=True))
    if deal is None or not 0 < len(read) <= deal.seats_to_enter:
        return False
    begin_heard(exchange, TravellerFlow, deal=deal.id)
    return True


def _read(exchange: Exchange, written: str) -> Line:
    return read_line(written, exchange.desk.today, exchange.voice.language, country=country_named)


def _tells_of_somebody(line: Line) -> bool:
    return line.doubt is None and bool(line.passport and (line.born_on or line.passport_expires))
