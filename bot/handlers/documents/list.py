"""The documents of a deal, for staff: who travels with which data, and which passports are here."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go, pairs
from bot.conversation.widgets.listing import turning
from bot.flows.documents.checking import look_at
from bot.flows.travellers.passport import PassportFlow
from bot.flows.travellers.traveller import TravellerFlow
from bot.handlers.documents.party import seats_to_enter, traveller_lines
from bot.handlers.my_deals.next_step import A_LIST, paste_list
from bot.links.deals import DEAL, DEAL_SLOTS
from bot.links.documents import DOCUMENTS, LOOK_AT
from bot.links.travellers import TRAVELLER_CARD
from domain.entities.deals import Deal, DealNumber
from domain.entities.documents import Document
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries import deals, my_deals
from locales import _, lines, n_

routes = Routes()

PAGE = 6
_NOBODYS = n_("📎 {count} file: whose is it?", "📎 {count} files: whose are they?")


@routes.draws(DOCUMENTS)
def documents(exchange: Exchange, number: DealNumber, page: int = 0) -> Screen:
    desk = exchange.desk
    deal = deals.deal(desk, number)
    rest = deal.party[page * PAGE :]
    shown = rest[:PAGE]
    nobodys = sum(document.awaits_owner for document in deal.documents)
    text = lines(
        _("<b>Documents · #{number} · {title}</b>")(number=deal.id, title=deal.called),
        _("{client}")(client=deal.client.name),
        "",
        *(line for one in shown for line in traveller_lines(desk, deal, one)),
        seats_to_enter(deal),
        _NOBODYS(count=nobodys) if nobodys else None,
    )
    people = [go(_("👤 {name}")(name=one.name), TRAVELLER_CARD, number, one.id) for one in shown]
    turns = turning(lambda label, other: go(label, DOCUMENTS, number, other), page, more=len(rest) > PAGE)
    steps = [_check(desk, deal), *_bring(desk, deal)]
    return Screen(text, (*column(steps), *pairs(people), *turns, (back(DEAL, number),)))


def _check(desk: Desk, deal: Deal) -> Button | None:
    waiting = _waiting(desk, deal)
    label = _("👁 Check passports · {count}")(count=len(waiting))
    return act(label, LOOK_AT, waiting[0].id) if waiting else None


def _waiting(desk: Desk, deal: Deal) -> list[Document]:
    """What the actor may check now."""
    return deal.to_check if deal.is_open and desk.actor.may(Right.CHECK_DOCUMENTS) else []


def _bring(desk: Desk, deal: Deal) -> list[Button | None]:
    """What staff may enter and send for the client."""
    if not deal.is_open or not my_deals.serves(desk):
        return []
    enter = _("✍️ Traveller {number} of {seats}")(number=len(deal.party) + 1, seats=deal.seats)
    return [
        ask(enter, TravellerFlow, deal=deal.id) if deal.seats_to_enter else None,
        paste_list(deal) if deal.seats_to_enter >= A_LIST else None,
        ask(_("📷 Send a passport"), PassportFlow, deal=deal.id) if deal.without_passport else None,
    ]


@routes.verb("check_papers")
def check_documents(exchange: Exchange, notice: Notice) -> None:
    """One tap from its notice to the first paper that waits, with the yes and no to it."""
    deal = deals.deal(exchange.desk, notice.facts["deal"])
    waiting = _waiting(exchange.desk, deal)
    if waiting:
        look_at(exchange, waiting[0].id)
    else:
        exchange.show(DOCUMENTS, deal.id, 0)


@DEAL_SLOTS.button(40, Right.CHECK_DOCUMENTS)
def documents_of_deal(_exchange: Exchange, deal: Deal) -> Button:
    return go(_("📄 Documents"), DOCUMENTS, deal.id, 0)
