"""The card of a service: what is booked, until when it is held, what the supplier said; confirmed, changed, cancelled here."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, go
from bot.conversation.widgets.card import card
from bot.conversation.widgets.confirm import confirm
from bot.flows.services.confirm import ConfirmService
from bot.flows.services.service import EnterService
from bot.links.services import (
    CANCEL_SERVICE,
    CANCELLING_SERVICE,
    REFUSE_SERVICE,
    SERVICE,
    SERVICE_SLOTS,
    SERVICES,
)
from domain.entities.people import Right
from domain.entities.services import Service, ServiceNumber
from domain.queries.services import service_card, service_to_change
from domain.usecases.services.booking import cancel_service, refuse_service
from locales import _
from locales.terms.services import STATUSES, money_lines, option_words, service_lines, service_named

routes = Routes()


@routes.draws(SERVICE)
def service(exchange: Exchange, number: ServiceNumber) -> Screen:
    one = service_card(exchange.desk, number)
    deal, desk = one.deal, exchange.desk
    told = [
        _("<b>🔖 {service}</b>")(service=service_named(one)),
        _("#{number} · {client} · {title}")(number=deal.id, client=deal.client.name, title=deal.called),
        _("🏨 Supplier: {name}")(name=one.supplier.name) if one.supplier else None,
        STATUSES[one.status],
        option_words(one, desk.today),
        *service_lines(one),
        _("🔢 Confirmation number: {number}")(number=one.confirmation) if one.confirmation else None,
        _("Free cancellation until {day}")(day=one.free_until) if one.free_until else None,
        *(money_lines(one) if desk.actor.may(Right.SEE_MONEY) else ()),
        _("For the supplier: {words}")(words=one.words) if one.words else None,
    ]
    return card(exchange, one, told, SERVICE_SLOTS, buttons=_buttons(exchange, one), away=_away(one))


def _away(one: Service) -> tuple[Button, ...]:
    return (back(SERVICES, one.deal.id, 0),)


def _buttons(exchange: Exchange, one: Service) -> list[tuple[int, Button | None]]:
    if not one.is_live or not exchange.desk.actor.may(Right.MOVE_DEALS):
        return []
    number = one.id
    confirms = ask(_("✅ Confirmed"), ConfirmService, service=number)
    return [
        (20, None if one.is_confirmed else confirms),
        (40, ask(_("✏️ Change"), EnterService, deal=one.deal.id, service=number)),
        (50, act(_("✖ Refused"), REFUSE_SERVICE, number)),
        (810, go(_("🗑 Cancel it"), CANCELLING_SERVICE, number)),
    ]


@routes.does(REFUSE_SERVICE)
def refuses(exchange: Exchange, number: ServiceNumber) -> None:
    refuse_service(exchange.desk, number)
    exchange.show(SERVICE, number)


@routes.draws(CANCELLING_SERVICE)
def cancelling(exchange: Exchange, number: ServiceNumber) -> Screen:
    one = service_to_change(exchange.desk, number)
    free = one.free_until
    asks = _("Cancel “{service}”? Please tell the supplier, too.")
    if free is not None and free < exchange.desk.today:
        asks = _("Cancel “{service}”? Free cancellation ended on {day}. Please tell the supplier, too.")
    return confirm(
        asks(service=service_named(one), day=free),
        act(_("🗑 Yes, cancel the service"), CANCEL_SERVICE, number),
        back(SERVICE, number),
    )


@routes.does(CANCEL_SERVICE)
def cancels(exchange: Exchange, number: ServiceNumber) -> None:
    one = cancel_service(exchange.desk, number)
    exchange.note(_("Cancelled."))
    exchange.show(SERVICES, one.deal.id, 0)
