"""Whose a file is: who can be meant, the question, and the answer."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, ask, column, go
from bot.conversation.widgets.listing import turning
from bot.flows.travellers.traveller import TravellerFlow
from bot.handlers.my_deals.next_step import passport_of
from bot.links.deals import MY_DEAL
from bot.links.documents import ASSIGN_FILES, DOCUMENTS, FILES_IN, WHOSE_FILES, WHOSE_FILES_PAGE
from domain.entities.deals import Deal
from domain.entities.travellers import Traveller
from domain.queries.documents import document_of
from domain.queries.my_deals import all_mine
from domain.usecases.documents.documents import assign
from locales import Sentence, _, n_

routes = Routes()

PAGE = 7
"""Travellers on one screen."""

Place = tuple[Deal, Traveller]


@routes.draws(WHOSE_FILES)
def whose_files(exchange: Exchange, numbers: list[int], album: str | None, page: int = 0) -> Screen:
    documents = [document_of(exchange.desk, number) for number in numbers]
    deal = documents[0].deal
    places = places_of(exchange, deal)
    several = len({one.id for one, _traveller in places}) > 1
    people = [
        act(_label(of, one, several=several), ASSIGN_FILES, numbers, of.id, one.id, album)
        for of, one in places[page * PAGE :][:PAGE]
    ]
    enter = ask(_("✍️ Add travellers"), TravellerFlow, deal=deal.id) if not people else None
    other = act(_("📄 Not a passport"), ASSIGN_FILES, numbers, deal.id, None, album)
    turns = turning(
        lambda label, another: go(label, WHOSE_FILES_PAGE, numbers, album, another),
        page,
        more=len(places) > (page + 1) * PAGE,
    )
    return Screen(_WHOSE(count=len(documents)), (*column(people), *turns, *column([enter, other])))


_WHOSE = n_(
    "Thank you, {count} file received. Whose passport is this?",
    "Thank you, {count} files received. Whose passport is this?",
)


def _label(deal: Deal, traveller: Traveller, *, several: bool) -> Sentence:
    if several:
        return _("👤 {name} · {title}")(name=traveller.name, title=deal.called)
    return _("👤 {name}")(name=traveller.name)


def places_of(exchange: Exchange, deal: Deal | None = None) -> list[Place]:
    """Who travels: with all open trips of a client, or with the one deal that staff look at; those lacking come first."""
    own = all_mine(exchange.desk, only_open=True)
    deals = [deal] if deal is not None and deal not in own else own
    everybody = [(of, one) for of in deals for one in of.party]
    without = lacking(everybody)
    return sorted(everybody, key=lambda place: place[1] not in without)


def lacking(places: list[Place]) -> set[Traveller]:
    """Those of whom no good passport is here."""
    deals = dict.fromkeys(deal for deal, _traveller in places)
    return {traveller for deal in deals for traveller in deal.without_passport}


@routes.does(ASSIGN_FILES)
def assign_files(
    exchange: Exchange, numbers: list[int], deal: int, traveller: int | None, album: str | None = None
) -> None:
    assign(exchange.desk, numbers, deal, traveller)
    exchange.show(FILES_IN, numbers, album)


@routes.draws(FILES_IN)
def files_in(exchange: Exchange, numbers: list[int], album: str | None) -> Screen:
    documents = [document_of(exchange.desk, number) for number in numbers]
    deal, one = documents[0].deal, documents[0].traveller
    text = _IN(count=len(documents), name=one.name) if one else _KEPT
    wrong = go(_("↔️ Somebody else's"), WHOSE_FILES, numbers, album)
    mine = deal.client is exchange.desk.actor.client
    buttons = [
        *(passport_of(deal, other) for other in deal.without_passport[:1]),
        wrong if len(places_of(exchange, deal)) > 1 else None,
        go(_("🧳 My trip"), MY_DEAL, deal.id) if mine else go(_("📄 Documents"), DOCUMENTS, deal.id, 0),
    ]
    return Screen(text, column(buttons))


_IN = n_(
    "✅ Thank you! {name}'s passport: {count} file received. We will check it and write to you.",
    "✅ Thank you! {name}'s passport: {count} files received. We will check them and write to you.",
)
_KEPT = _("✅ Thank you! It is with your trip now; we will look at it.")
