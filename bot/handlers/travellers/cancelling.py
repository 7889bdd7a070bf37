"""Somebody does not travel after all: what it means for seats and price, before it is done."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, back
from bot.conversation.widgets.confirm import confirm
from bot.links.documents import DOCUMENTS
from bot.links.travellers import CANCEL_TRAVELLER, CANCELLING, TRAVELLER_CARD
from domain.entities.deals import DealNumber
from domain.queries import travellers
from domain.queries.travellers import Cancelling
from domain.usecases.travellers.travellers import cancel_traveller
from locales import Sentence, _, lines
from locales.terms.payments import deposit_said

routes = Routes()


@routes.draws(CANCELLING)
def cancelling(exchange: Exchange, number: DealNumber, traveller: int) -> Screen:
    found = travellers.cancelling(exchange.desk, number, traveller)
    yes = act(_("Yes, not travelling"), CANCEL_TRAVELLER, number, traveller)
    return confirm(_what_it_means(found), yes, back(TRAVELLER_CARD, number, traveller))


def _what_it_means(found: Cancelling) -> Sentence:
    deal = found.deal
    return lines(
        _("<b>{name} is not travelling with #{number}?</b>")(name=found.traveller.name, number=deal.id),
        _("Seats: {seats} → {left}")(seats=deal.seats, left=found.seats),
        _("Price: {price} → {rest}")(price=deal.price, rest=found.price),
        _("Deposit: {deposit} → {rest}")(
            deposit=deposit_said(deal.deposit), rest=deposit_said(found.deposit)
        ),
        _("⚠️ {paid} paid: {back} to give back.")(paid=deal.paid, back=found.back)
        if found.back.minor > 0
        else None,
        _("The seat becomes free at once.")
        if deal.trip
        else _("The price was agreed for everybody together: it stays."),
    )


@routes.does(CANCEL_TRAVELLER)
def cancel(exchange: Exchange, number: DealNumber, traveller: int) -> None:
    deal = cancel_traveller(exchange.desk, number, traveller)
    exchange.note(_("{name} is no longer travelling.")(name=deal.traveller(traveller).name))
    exchange.show(DOCUMENTS, number, 0)
