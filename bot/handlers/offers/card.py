"""An offer's card, for colleagues: what the client is told, and what only they know."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, go
from bot.conversation.widgets.card import card
from bot.conversation.widgets.confirm import confirm
from bot.flows.offers.offer import OfferFlow
from bot.links.deals import DEAL
from bot.links.offers import (
    OFFER,
    OFFER_SLOTS,
    OFFERS,
    SEND_OFFERS,
    SHOW_OFFER_FILE,
    TAKE_FOR_CLIENT,
    TAKING_OFFER,
    WITHDRAW_OFFER,
    WITHDRAWING_OFFER,
)
from bot.links.suppliers import SUPPLIER
from domain.entities.offers import OfferNumber, OfferState
from domain.entities.people import Right
from domain.queries.offers import OfferCard, Standing, offer_card, offer_file, offer_to_change
from domain.usecases.offers.answering import take_for_client
from domain.usecases.offers.keeping import withdraw_offer
from locales import Sentence, _
from locales.terms.offers import DECLINED_FOR, STANDINGS, for_client

routes = Routes()


@routes.draws(OFFER)
def offer(exchange: Exchange, number: OfferNumber) -> Screen:
    found = offer_card(exchange.desk, number)
    one = found.offer
    told = [*for_client(one, exchange.desk.agency.zone), *_ours(found)]
    away = (back(OFFERS, one.inquiry.id, 0),)
    return card(exchange, one, told, OFFER_SLOTS, buttons=_buttons(exchange, found), away=away)


def _ours(found: OfferCard) -> Iterable[Sentence]:
    """What never reaches the client."""
    one = found.offer
    if one.net is not None:
        yield _("💶 Net price: {amount}")(amount=one.net)
        if one.net.currency == one.price.currency:
            yield _("💶 We earn {amount}")(amount=one.price - one.net)
    if one.supplier is not None:
        yield _("🏨 Supplier: {name}")(name=one.supplier.name)
    if one.note:
        yield _("📝 {text}")(text=one.note)
    found_by = _("✍️ {name}, {at}: {standing}")
    yield found_by(name=one.author.name, at=one.added_at, standing=STANDINGS[found.standing])
    if one.reason is not None:
        yield _("💬 Why not: {reason}")(reason=DECLINED_FOR[one.reason])


def _buttons(exchange: Exchange, found: OfferCard) -> list[tuple[int, Button | None]]:
    one = found.offer
    sees = exchange.desk.actor.may(Right.SEE_SUPPLIERS)
    supplier = go(_("🏨 {name}")(name=one.supplier.name), SUPPLIER, one.supplier.id) if one.supplier else None
    photo = one.file is not None and one.file.refused is None
    deal = go(_("🗂 Deal #{number}")(number=one.deal.id), DEAL, one.deal.id) if one.deal else None
    sendable = found.standing is Standing.KEPT and one.inquiry.client.reachable
    gone = one.state in {OfferState.TAKEN, OfferState.WITHDRAWN} or found.standing is Standing.CLOSED
    return [
        (10, act(_("📨 Send it"), SEND_OFFERS, one.inquiry.id, [one.id]) if sendable else None),
        (20, go(_("✅ Client takes it"), TAKING_OFFER, one.id) if found.takeable else None),
        (30, ask(_("✏️ Change"), OfferFlow, offer=one.id) if one.is_open else None),
        (40, act(_("👁 Photo"), SHOW_OFFER_FILE, one.id) if photo else None),
        (50, supplier if sees else None),
        (60, deal),
        (810, None if gone else go(_("🗑 Withdraw"), WITHDRAWING_OFFER, one.id)),
    ]


@routes.does(SHOW_OFFER_FILE)
def shows(exchange: Exchange, number: OfferNumber) -> None:
    """In a message of its own."""
    file = offer_file(exchange.desk, number)
    caption = exchange.voice.html(_("📎 {file}")(file=file.name))
    exchange.send_file(File(caption, file.source, file.content_hash, file.is_photo, file.name))


@routes.draws(TAKING_OFFER)
def taking(exchange: Exchange, number: OfferNumber) -> Screen:
    one = offer_to_change(exchange.desk, number)
    asks = _("Has {name} agreed to {title} for {price}? It becomes a deal; other offers are set aside.")
    return confirm(
        asks(name=one.inquiry.client.name, title=one.title, price=one.price),
        act(_("✅ Yes, open the deal"), TAKE_FOR_CLIENT, number),
        back(OFFER, number),
    )


@routes.does(TAKE_FOR_CLIENT)
def takes(exchange: Exchange, number: OfferNumber) -> None:
    deal = take_for_client(exchange.desk, number)
    exchange.head(_("Deal #{number} is open.")(number=deal.id))
    exchange.show(DEAL, deal.id)


@routes.draws(WITHDRAWING_OFFER)
def withdrawing(exchange: Exchange, number: OfferNumber) -> Screen:
    found = offer_card(exchange.desk, number)
    told = _("Withdraw {title}? The client has it, and will be told that it is no longer available.")
    asks = told if found.standing is Standing.SENT else _("Withdraw {title}?")
    return confirm(
        asks(title=found.offer.title),
        act(_("🗑 Yes, withdraw"), WITHDRAW_OFFER, number),
        back(OFFER, number),
    )


@routes.does(WITHDRAW_OFFER)
def withdraws(exchange: Exchange, number: OfferNumber) -> None:
    one = withdraw_offer(exchange.desk, number)
    exchange.note(_("Withdrawn."))
    exchange.show(OFFERS, one.inquiry.id, 0)
