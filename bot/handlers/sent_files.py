"""Files that nobody asked for: a client simply sends a photo, several, or an album, and they find their place."""

from typing import Any

from bot.routes import Routes
from bot.screen import Button, Screen, ask, column, go
from bot.talk import Talk
from domain.deals import Deal, Traveller
from domain.documents import Document, SentFile
from domain.usecases.documents import (
    assign,
    document_of,
    open_deals_of_mine,
    send_document,
    sent_before,
    without_passport,
)
from domain.usecases.talking import ask_agency
from locales import Sentence, _, lines, n_
from storage import StoredScreen

routes = Routes()

MOST_PEOPLE = 40
"""Travellers that are offered as buttons."""

Place = tuple[Deal, Traveller]


@routes.takes_unasked
def file_unasked(talk: Talk) -> bool:
    """A file goes where the ones just before it went; else to whoever lacks a passport; else we ask whose it is."""
    file = talk.heard.file
    if file is None:
        return False
    if _goes_on(talk, file):
        return True
    if talk.desk.actor.is_staff:
        return False
    deals = open_deals_of_mine(talk.desk)
    if not deals:
        _no_place(talk)
        return True
    if (same := sent_before(deals, file)) is not None:
        _show(talk, same)
        return True
    _find_place(talk, file, deals[0])
    return True


def _find_place(talk: Talk, file: SentFile, newest: Deal) -> None:
    places = _places(talk)
    without = _lacking(places)
    lacking = [place for place in places if place[1] in without]
    likely = lacking or places
    deal = likely[0][0] if likely else newest
    traveller = likely[0][1].id if len(likely) == 1 else None
    document = send_document(talk.desk, deal.id, file, traveller, talk.heard.album)
    _pass_on_words(talk, deal)
    _show(talk, document)


def _show(talk: Talk, document: Document) -> None:
    view = "whose_files" if document.awaits_owner else "files_in"
    talk.show(view, [document.id], talk.heard.album)


def _pass_on_words(talk: Talk, deal: Deal) -> None:
    """What is written under a photo is for a person to read."""
    if talk.heard.text:
        ask_agency(talk.desk, talk.heard.text, deal.id)
        talk.say(_("Your words go to the agency, too."))


def _goes_on(talk: Talk, file: SentFile) -> bool:
    """One more of an album, or of several sent before we heard whose they are: told in the same message."""
    screen = _current(talk)
    if screen is None or screen.view[0] not in {"whose_files", "files_in"}:
        return False
    view, numbers, album = screen.view
    same_album = album is not None and album == talk.heard.album
    first = document_of(talk.desk, numbers[0])
    if not first.deal.is_open or not (same_album or (view == "whose_files" and not talk.desk.actor.is_staff)):
        return False
    traveller = first.traveller.id if first.traveller else None
    document = send_document(talk.desk, first.deal.id, file, traveller, talk.heard.album)
    together = numbers if document.id in numbers else [*numbers, document.id]
    drawn = talk.routes.views[view](talk, together, talk.heard.album)
    talk.draw(drawn, [view, together, talk.heard.album], screen, in_place=same_album)
    return True


def _current(talk: Talk) -> StoredScreen | None:
    person = talk.desk.actor.person
    assert person is not None
    screen = talk.unit.screens.current(person.id, talk.heard.chat_id)
    return screen if screen is not None and screen.view else None


def _no_place(talk: Talk) -> None:
    """No trip to keep it with; an album hears that once."""
    view: list[Any] = ["no_place", talk.heard.album]
    screen = _current(talk)
    if talk.heard.album and screen is not None and screen.view == view:
        return
    talk.show(*view)
    if talk.heard.text:
        talk.show("unsent", talk.heard.text)


@routes.view("no_place")
def no_place(_talk: Talk, _album: str | None) -> Screen:
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
def whose_files(talk: Talk, numbers: list[int], album: str | None) -> Screen:
    documents = [document_of(talk.desk, number) for number in numbers]
    deal = documents[0].deal
    places = _places(talk, deal)
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


def _places(talk: Talk, deal: Deal | None = None) -> list[Place]:
    """Who travels: with all open trips of a client, or with the one deal that staff look at; those lacking come first."""
    own = open_deals_of_mine(talk.desk)
    deals = [deal] if deal is not None and deal not in own else own
    everybody = [(of, one) for of in deals for one in of.party]
    lacking = _lacking(everybody)
    return sorted(everybody, key=lambda place: place[1] not in lacking)


def _lacking(places: list[Place]) -> set[Traveller]:
    """Those of whom no good passport is here."""
    deals = dict.fromkeys(deal for deal, _traveller in places)
    return {traveller for deal in deals for traveller in without_passport(deal)}


@routes.action("assign_files")
def assign_files(
    talk: Talk, numbers: list[int], deal: int, traveller: int | None, album: str | None = None
) -> None:
    assign(talk.desk, numbers, deal, traveller)
    talk.show("files_in", numbers, album)


@routes.view("files_in")
def files_in(talk: Talk, numbers: list[int], album: str | None) -> Screen:
    documents = [document_of(talk.desk, number) for number in numbers]
    deal, one = documents[0].deal, documents[0].traveller
    told = _IN(count=len(documents), name=one.name) if one else _KEPT
    wrong = go(_("↔️ Somebody else's"), "whose_files", numbers, album)
    lacking = without_passport(deal)[:1]
    mine = deal.client is talk.desk.actor.client
    return Screen(
        told,
        column(
            [
                *(_next(deal, other) for other in lacking),
                wrong if len(_places(talk, deal)) > 1 else None,
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
