"""Files that nobody asked for: a client simply sends a photo, several, or an album, and they find their place."""

from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, column, go
from domain.entities.deals import Deal
from domain.entities.documents import Document, SentFile
from domain.entities.travellers import Traveller
from domain.queries.deals import all_mine
from domain.queries.documents import document_of, document_sent_before
from domain.usecases.clients.messages import ask_agency
from domain.usecases.documents.documents import assign, send_document
from locales import Sentence, _, lines, n_
from storage import StoredScreen

routes = Routes(rank=250)

MOST_PEOPLE = 40
"""Travellers that are offered as buttons."""

Place = tuple[Deal, Traveller]


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
    places = _places(exchange)
    without = _lacking(places)
    lacking = [place for place in places if place[1] in without]
    likely = lacking or places
    deal = likely[0][0] if likely else newest
    traveller = likely[0][1].id if len(likely) == 1 else None
    document = send_document(exchange.desk, deal.id, file, traveller, exchange.event.album)
    _pass_on_words(exchange, deal)
    _show(exchange, document)


def _show(exchange: Exchange, document: Document) -> None:
    view = "whose_files" if document.awaits_owner else "files_in"
    exchange.show(view, [document.id], exchange.event.album)


def _pass_on_words(exchange: Exchange, deal: Deal) -> None:
    """What is written under a photo is for a person to read."""
    if exchange.event.text:
        ask_agency(exchange.desk, exchange.event.text, deal.id)
        exchange.say(_("Your words go to the agency, too."))


def _goes_on(exchange: Exchange, file: SentFile) -> bool:
    """One more of an album, or of several sent before we heard whose they are: told in the same message."""
    screen = _current(exchange)
    if screen is None or screen.view[0] not in {"whose_files", "files_in"}:
        return False
    view, numbers, album = screen.view
    same_album = album is not None and album == exchange.event.album
    first = document_of(exchange.desk, numbers[0])
    if not first.deal.is_open or not (
        same_album or (view == "whose_files" and not exchange.desk.actor.is_staff)
    ):
        return False
    traveller = first.traveller.id if first.traveller else None
    document = send_document(exchange.desk, first.deal.id, file, traveller, exchange.event.album)
    together = numbers if document.id in numbers else [*numbers, document.id]
    drawn = exchange.routes.views[view](exchange, together, exchange.event.album)
    exchange.draw(drawn, [view, together, exchange.event.album], screen, in_place=same_album)
    return True


def _current(exchange: Exchange) -> StoredScreen | None:
    person = exchange.desk.actor.person
    assert person is not None
    screen = exchange.unit.screens.current(person.id, exchange.event.chat_id)
    return screen if screen is not None and screen.view else None


def _no_place(exchange: Exchange) -> None:
    """No trip to keep it with; an album hears that once."""
    view: list[Any] = ["no_place", exchange.event.album]
    screen = _current(exchange)
    if exchange.event.album and screen is not None and screen.view == view:
        return
    exchange.show(*view)
    if exchange.event.text:
        exchange.show("unsent", exchange.event.text)


@routes.view("no_place")
def no_place(_talk: Exchange, _album: str | None) -> Screen:
    return Screen(
        lines(
            _("Thank you! You have no trip with us just now, so I cannot put this file anywhere."),
            _("Write to us what it is about, and a person will answer."),
        ),
        column(
            [
                ask(_("💬 Write to us"), "question"),
                ask(_("🏝 Ask for a tour"), "tour"),
                go(_("🏠 Home"), "home"),
            ]
        ),
    )


@routes.view("whose_files")
def whose_files(exchange: Exchange, numbers: list[int], album: str | None) -> Screen:
    documents = [document_of(exchange.desk, number) for number in numbers]
    deal = documents[0].deal
    places = _places(exchange, deal)
    several = len({one.id for one, _traveller in places}) > 1
    people = [
        Button(_label(of, one, several=several), "assign_files", (numbers, of.id, one.id, album))
        for of, one in places[:MOST_PEOPLE]
    ]
    enter = ask(_("✍️ Say who travels"), "traveller", deal=deal.id) if not people else None
    other = Button(_("📄 Not a passport"), "assign_files", (numbers, deal.id, None, album))
    return Screen(_WHOSE(count=len(documents)), column([*people, enter, other]))


_WHOSE = n_(
    "Thank you, {count} file is here. Whose passport is this?",
    "Thank you, {count} files are here. Whose passport is this?",
)


def _label(deal: Deal, traveller: Traveller, *, several: bool) -> Sentence:
    if several:
        return _("👤 {name} · {title}")(name=traveller.name, title=deal.title)
    return _("👤 {name}")(name=traveller.name)


def _places(exchange: Exchange, deal: Deal | None = None) -> list[Place]:
    """Who travels: with all open trips of a client, or with the one deal that staff look at; those lacking come first."""
    own = all_mine(exchange.desk, only_open=True)
    deals = [deal] if deal is not None and deal not in own else own
    everybody = [(of, one) for of in deals for one in of.party]
    lacking = _lacking(everybody)
    return sorted(everybody, key=lambda place: place[1] not in lacking)


def _lacking(places: list[Place]) -> set[Traveller]:
    """Those of whom no good passport is here."""
    deals = dict.fromkeys(deal for deal, _traveller in places)
    return {traveller for deal in deals for traveller in deal.without_passport}


@routes.action("assign_files")
def assign_files(
    exchange: Exchange, numbers: list[int], deal: int, traveller: int | None, album: str | None = None
) -> None:
    assign(exchange.desk, numbers, deal, traveller)
    exchange.show("files_in", numbers, album)


@routes.view("files_in")
def files_in(exchange: Exchange, numbers: list[int], album: str | None) -> Screen:
    documents = [document_of(exchange.desk, number) for number in numbers]
    deal, one = documents[0].deal, documents[0].traveller
    told = _IN(count=len(documents), name=one.name) if one else _KEPT
    wrong = go(_("↔️ Somebody else's"), "whose_files", numbers, album)
    lacking = deal.without_passport[:1]
    mine = deal.client is exchange.desk.actor.client
    return Screen(
        told,
        column(
            [
                *(_next(deal, other) for other in lacking),
                wrong if len(_places(exchange, deal)) > 1 else None,
                go(_("🧳 My trip"), "my_deal", deal.id) if mine else go(_("📄 Papers"), "papers", deal.id),
            ]
        ),
    )


def _next(deal: Deal, traveller: Traveller) -> Button:
    label = _("📷 Passport: {name}")(name=traveller.name)
    return ask(label, "passport", deal=deal.id, traveller=traveller.id)


_IN = n_(
    "✅ Thank you! Passport of {name}: {count} file is here. We check it and write to you.",
    "✅ Thank you! Passport of {name}: {count} files are here. We check them and write to you.",
)
_KEPT = _("✅ Thank you! We keep it with your trip and look at it.")
