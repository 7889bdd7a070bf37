"""One traveller of a deal, for staff: the data and the files, and that they do not travel after all."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go
from bot.conversation.slots import buttons_of, lines_of
from bot.flows.travellers.passport import PassportFlow
from bot.flows.travellers.traveller import TravellerFlow
from bot.handlers.documents.party import traveller_lines
from bot.links.documents import DOCUMENTS, LOOK_AT
from bot.links.travellers import CANCELLING, TRAVELLER_CARD, TRAVELLER_SLOTS, OneTraveller
from domain.entities.deals import DealNumber
from domain.entities.documents import Document
from domain.entities.people import Right
from domain.queries import documents
from domain.queries.my_deals import serves
from locales import _, lines
from locales.terms.documents import DOCUMENT_STATES

routes = Routes()

MOST_FILES = 10
"""Files of one traveller that have a button; nobody needs more pages than that."""


@routes.draws(TRAVELLER_CARD)
def traveller_card(exchange: Exchange, number: DealNumber, traveller: int) -> Screen:
    desk, may = exchange.desk, exchange.desk.actor.may
    found = documents.traveller_card(desk, number, traveller)
    is_open, about = found.deal.is_open, OneTraveller(found.deal, found.traveller)
    files = found.files[-MOST_FILES:] if may(Right.CHECK_DOCUMENTS) else []
    brings = is_open and serves(desk)
    change = ask(_("✏️ Change details"), TravellerFlow, deal=number, traveller=traveller)
    send = ask(_("📷 Send the passport"), PassportFlow, deal=number, traveller=traveller)
    cancels = is_open and may(Right.MOVE_DEALS)
    buttons = [
        *(_file_button(place, document) for place, document in enumerate(files, 1)),
        *((change, send) if brings else ()),
        *buttons_of(exchange, TRAVELLER_SLOTS.card, about),
        go(_("✖ Not travelling"), CANCELLING, number, traveller) if cancels else None,
        back(DOCUMENTS, number, 0),
    ]
    told = [
        *traveller_lines(desk, found.deal, found.traveller),
        *lines_of(exchange, TRAVELLER_SLOTS.card, about),
    ]
    return Screen(lines(*told), column(buttons))


def _file_button(place: int, document: Document) -> Button:
    label = _("👁 File {number} · {state}")(number=place, state=DOCUMENT_STATES[document.state])
    return act(label, LOOK_AT, document.id)
