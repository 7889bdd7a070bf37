"""Files that nobody asked for: a client simply sends a photo, several, or an album, and they find their place."""

from bot.conversation.exchange import Exchange
from bot.conversation.last_screen import last_screen
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, ask, column, go
from bot.flows.clients.question import QuestionFlow
from bot.flows.inquiries.tour import Tour
from bot.handlers.documents.whose import lacking, places_of
from bot.links.clients import UNSENT
from bot.links.documents import FILES_IN, NO_PLACE, WHOSE_FILES
from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.files import SentFile
from domain.queries.documents import document_of, document_sent_before
from domain.queries.my_deals import all_mine
from domain.usecases.clients.messages import ask_agency
from domain.usecases.documents.documents import send_document
from locales import _, lines

routes = Routes(rank=250)


@routes.takes_unasked
def file_unasked(exchange: Exchange) -> bool:
    """A file goes where the ones just before it went; else to whoever lacks a passport; else we ask whose it is."""
    file = exchange.event.file
    if file is None:
        return False
    if _goes_on(exchange, file):
        return True
    if exchange.desk.actor.is_staff:
        return False
    deals = all_mine(exchange.desk, only_open=True)
    if not deals:
        _no_place(exchange)
        return True
    if (same := document_sent_before(exchange.desk, file)) is not None:
        _show(exchange, same)
        return True
    _find_place(exchange, file, deals[0])
    return True


def _find_place(exchange: Exchange, file: SentFile, newest: Deal) -> None:
    places = places_of(exchange)
    without = lacking(places)
    likely = [place for place in places if place[1] in without] or places
    deal = likely[0][0] if likely else newest
    traveller = likely[0][1].id if len(likely) == 1 else None
    document = send_document(exchange.desk, deal.id, file, traveller, exchange.event.album)
    _pass_on_words(exchange, deal)
    _show(exchange, document)


def _show(exchange: Exchange, document: Document) -> None:
    view = WHOSE_FILES if document.awaits_owner else FILES_IN
    exchange.show(view, [document.id], exchange.event.album)


def _pass_on_words(exchange: Exchange, deal: Deal) -> None:
    """What is written under a photo is for a person to read."""
    if exchange.event.text:
        ask_agency(exchange.desk, exchange.event.text, deal.id)
        exchange.say(_("Your words go to the agency, too."))


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
    together = numbers if document.id in numbers else [*numbers, document.id]
    drawn = exchange.routes.views[view](exchange, together, exchange.event.album)
    exchange.draw(drawn, [view, together, exchange.event.album], screen, in_place=same_album)
    return True


def _no_place(exchange: Exchange) -> None:
    """No trip to keep it with; an album hears that once."""
    album, screen = exchange.event.album, last_screen(exchange)
    if album and screen is not None and screen.view == [NO_PLACE.key, album]:
        return
    exchange.show(NO_PLACE, album)
    if exchange.event.text:
        exchange.show(UNSENT, exchange.event.text)


@routes.draws(NO_PLACE)
def no_place(_exchange: Exchange, _album: str | None) -> Screen:
    return Screen(
        lines(
            _("Thank you! You have no trip with us just now, so I cannot put this file anywhere."),
            _("Write to us what it is about, and a person will answer."),
        ),
        column(
            [
                ask(_("💬 Write to us"), QuestionFlow),
                ask(_("🏝 Ask for a tour"), Tour),
                go(_("🏠 Home"), HOME),
            ]
        ),
    )
