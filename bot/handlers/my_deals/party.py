"""Who travels on a client's trip: the list in which data are changed, and what comes after one was entered."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, act, ask, back, column, go
from bot.conversation.widgets.listing import turning
from bot.flows.travellers.traveller import TravellerFlow
from bot.handlers.documents.party import paper_line, seats_to_enter
from bot.handlers.my_deals.next_step import A_LIST, passport_of, paste_list
from bot.handlers.my_deals.words import MOST_NAMES
from bot.links.deals import MY_DEAL, MY_TRAVELLERS, TRAVELLER_IN
from bot.links.documents import ASSIGN_FILES, DOCUMENTS
from domain.entities.deals import Deal, DealNumber
from domain.entities.travellers import Traveller
from domain.queries.documents import unassigned
from domain.queries.my_deals import mine, serves, within_reach
from domain.queries.travellers import may_be_changed
from locales import _, lines, n_

routes = Routes()

LEFT = n_("{count} traveller left to add.", "{count} travellers left to add.")


@routes.draws(MY_TRAVELLERS)
def my_travellers(exchange: Exchange, number: DealNumber, page: int) -> Screen:
    """Everybody who travels: their data can be changed until the passport is accepted."""
    deal = mine(exchange.desk, number)
    rest = deal.party[page * MOST_NAMES :]
    shown = rest[:MOST_NAMES]
    rows: list[Row] = [
        (_change(deal, one), passport_of(deal, one))
        for one in shown
        if may_be_changed(exchange.desk, deal, one)
    ]
    text = lines(
        _("<b>{title}</b>")(title=deal.called),
        *(paper_line(deal, one) for one in shown),
        seats_to_enter(deal) if deal.is_open else None,
    )
    turns = turning(
        lambda label, other: go(label, MY_TRAVELLERS, number, other), page, more=len(rest) > MOST_NAMES
    )
    return Screen(text, (*rows, *turns, (back(MY_DEAL, number),)))


def _change(deal: Deal, traveller: Traveller) -> Button:
    return ask(_("✏️ {name}")(name=traveller.name), TravellerFlow, deal=deal.id, traveller=traveller.id)


@routes.draws(TRAVELLER_IN)
def traveller_in(exchange: Exchange, number: DealNumber, traveller: int) -> Screen:
    """One is entered: the next of the party is one tap away, for the client and for staff."""
    deal = within_reach(exchange.desk, number)
    one, left = deal.going(traveller), deal.seats_to_enter
    own = deal.client is exchange.desk.actor.client
    return Screen(
        lines(
            _("✅ {name}: added.")(name=one.name), LEFT(count=left) if left else _("All travellers added.")
        ),
        column(
            [
                _next(deal) if left else None,
                paste_list(deal) if left >= A_LIST else None,
                _sent_before(exchange, deal, one),
                *(passport_of(deal, lacking) for lacking in _first(deal, one, left)),
                go(_("📄 Documents"), DOCUMENTS, number, 0) if serves(exchange.desk) else None,
                go(_("🧳 The trip"), MY_DEAL, number) if own else None,
            ]
        ),
    )


def _next(deal: Deal) -> Button:
    label = _("➕ Add the next one ({number} of {seats})")
    return ask(label(number=len(deal.party) + 1, seats=deal.seats), TravellerFlow, deal=deal.id)


def _first(deal: Deal, traveller: Traveller, left: int) -> list[Traveller]:
    """Whose passport is asked for: of who was just entered, if it is not here; of all once everybody is in."""
    lacking = deal.without_passport
    if not left:
        return lacking[:MOST_NAMES]
    return [traveller] if traveller in lacking else lacking[:1]


def _sent_before(exchange: Exchange, deal: Deal, traveller: Traveller) -> Button | None:
    """A photo may have come before we knew who travels."""
    waiting = [one.id for one in unassigned(exchange.desk, deal.id)]
    if not waiting or traveller not in deal.without_passport:
        return None
    label = _("📷 The photo is {name}'s")(name=traveller.name)
    return act(label, ASSIGN_FILES, waiting, deal.id, traveller.id, None)
