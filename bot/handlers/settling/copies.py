"""What colleagues wrote on a day, for their supervisors and the owners; and what is opened from the notices."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, back, turn
from bot.conversation.widgets.listing import turning
from bot.links.deals import DEAL_LIST
from bot.links.home import HOME
from bot.links.settling import CARDS_COPY, RECORDS_WANTED
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.queries.deal_lists import DealList
from domain.queries.settling import records_copied
from locales import Sentence, _, lines
from locales.terms.settling import record_line, said_lines

routes = Routes()

SIZE = 6


@routes.draws(CARDS_COPY)
def cards_copy(exchange: Exchange, day: str, page: int) -> Screen:
    found = records_copied(exchange.desk, day)
    shown = found[page * SIZE : (page + 1) * SIZE]
    told: list[Sentence | str] = []
    for one in shown:
        told += [record_line(one), *said_lines(one), ""]
    turns = turning(
        lambda label, other: turn(label, CARDS_COPY, day, other), page, more=len(found) > (page + 1) * SIZE
    )
    head = _("<b>📝 Contact records</b>")
    return Screen(lines(head, "", *(told or (_("Nothing yet."),))), (*turns, (back(HOME),)))


@routes.verb("write_cards")
def write_cards(exchange: Exchange, _notice: Notice) -> None:
    if exchange.desk.actor.may(Right.SEE_DEALS):
        exchange.show(DEAL_LIST, DealList.SETTLE.value, 0)
    else:
        exchange.show(RECORDS_WANTED)


@routes.verb("read_cards")
def read_cards(exchange: Exchange, notice: Notice) -> None:
    exchange.show(CARDS_COPY, notice.facts["day"], 0)
