"""Files that nobody asked for: a client simply sends a photo, several, or an album, and they find their place."""

from bot.conversation.exchange import Exchange
from bot.conversation.last_screen import last_screen
from bot.conversation.routes import Routes
from bot.flows.clients.caption import pass_on_caption
from bot.handlers.documents.whose import lacking, places_of
from bot.links.documents import FILES_IN, WHOSE_FILES
from domain.entities.deals import Deal
from domain.entities.documents import DOCUMENT_FILE, Document
from domain.entities.files import SentFile
from domain.queries.documents import document_of, document_sent_before
from domain.queries.my_deals import all_mine
from domain.usecases.documents.documents import send_document
from domain.values.refusals import Refusal

routes = Routes(rank=250)


@routes.takes_unasked
def file_unasked(exchange: Exchange) -> bool:
    """A file goes where the ones just before it went; else to whoever lacks a passport; else we ask whose it is.

    Of a client without an open trip it is for a colleague, like anything else they send.
    """
    file = exchange.event.file
    if file is None or not _may_be_a_document(file):
        return False
    if _goes_on(exchange, file):
        return True
    deals = [] if exchange.desk.actor.is_staff else all_mine(exchange.desk, only_open=True)
    if not deals:
        return False
    if (same := document_sent_before(exchange.desk, file)) is not None:
        _show(exchange, same)
        return True
    _find_place(exchange, file, deals[0])
    return True


def _may_be_a_document(file: SentFile) -> bool:
    """Anything else a client sends is for a person to look at."""
    try:
        file.must_be_acceptable(DOCUMENT_FILE)
    except Refusal:
        return False
    return True


def _find_place(exchange: Exchange, file: SentFile, newest: Deal) -> None:
    places = places_of(exchange)
    without = lacking(places)
    likely = [place for place in places if place[1] in without] or places
    deal = likely[0][0] if likely else newest
    traveller = likely[0][1].id if len(likely) == 1 else None
    document = send_document(exchange.desk, deal.id, file, traveller, exchange.event.album)
    pass_on_caption(exchange, deal.id)
    _show(exchange, document)


def _show(exchange: Exchange, document: Document) -> None:
    view = WHOSE_FILES if document.awaits_owner else FILES_IN
    exchange.show(view, [document.id], exchange.event.album)


def _goes_on(exchange: Exchange, file: SentFile) -> bool:
    """One more of an album, or of several sent before we heard whose they are: told in the same message."""
    screen = last_screen(exchange)
    if screen is None or screen.view[0] not in {WHOSE_FILES.key, FILES_IN.key}:
        return False
    view, numbers, album = screen.view
    same_album = album is not None and album == exchange.event.album
    first = document_of(exchange.desk, numbers[0])
    if not first.deal.is_open or not (
        same_album or (view == WHOSE_FILES.key and not exchange.desk.actor.is_staff)
    ):
        return False
    traveller = first.traveller.id if first.traveller else None
    document = send_document(exchange.desk, first.deal.id, file, traveller, exchange.event.album)
    pass_on_caption(exchange, first.deal.id)
    together = numbers if document.id in numbers else [*numbers, document.id]
    drawn = exchange.routes.views[view](exchange, together, exchange.event.album)
    exchange.draw(drawn, [view, together, exchange.event.album], screen, in_place=same_album)
    return True
