"""What passes between a service and its supplier: the link to confirm by, and another time that is taken or not."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, act
from bot.conversation.slots import Lines
from bot.links.services import (
    ACCEPT_TIME,
    CLOSE_SUPPLIER_LINK,
    DECLINE_TIME,
    GIVE_SUPPLIER_LINK,
    SERVICE,
    SERVICE_SLOTS,
)
from domain.entities.people import Right
from domain.entities.services import Service, ServiceNumber
from domain.queries.services import service_card
from domain.usecases.services.links import accept_time, close_supplier_link, decline_time, give_supplier_link
from locales import Link, Weekday, _, lines
from locales.terms.services import SAID, service_lines, service_named

routes = Routes()


@SERVICE_SLOTS.lines(10, Right.SEE_DEALS)
def said_by_supplier(exchange: Exchange, one: Service) -> Lines:
    """What they said last, and how often their link was looked at."""
    if one.answer is not None and one.answered_at is not None:
        yield SAID[one.answer](at=one.answered_at)
    if one.proposed is not None:
        yield _("🗓 Another day or time: {day}, {time}")(
            day=Weekday(one.proposed.date()), time=one.proposed.time()
        )
    if one.supplier_words:
        yield _("“{text}”")(text=one.supplier_words)
    if one.link_until is None or one.link_until <= exchange.desk.now:
        return
    yield _("🔗 Link for the supplier: valid until {day}, looked at {looks} ×")(
        day=one.link_until.astimezone(exchange.desk.agency.zone).date(), looks=one.looks
    )


@SERVICE_SLOTS.button(5, Right.MOVE_DEALS)
def accepts(_exchange: Exchange, one: Service) -> Button | None:
    if one.proposed is None or not one.is_live:
        return None
    return act(_("✅ Take this time"), ACCEPT_TIME, one.id)


@SERVICE_SLOTS.button(6, Right.MOVE_DEALS)
def declines(_exchange: Exchange, one: Service) -> Button | None:
    if one.proposed is None or not one.is_live:
        return None
    return act(_("✖ Not this time"), DECLINE_TIME, one.id)


@SERVICE_SLOTS.button(30, Right.MOVE_DEALS)
def link_button(exchange: Exchange, one: Service) -> Button | None:
    """Where pages of ours can be opened; a link that is open is closed here."""
    desk = exchange.desk
    if not one.is_live or desk.agency.web_url is None:
        return None
    if one.link_until is not None and one.link_until > desk.now:
        return act(_("🚫 Close the link"), CLOSE_SUPPLIER_LINK, one.id)
    return act(_("🔗 Link to confirm"), GIVE_SUPPLIER_LINK, one.id)


@routes.does(GIVE_SUPPLIER_LINK)
def gives(exchange: Exchange, number: ServiceNumber) -> None:
    """What the supplier gets is a message of its own, to be forwarded or copied."""
    token = give_supplier_link(exchange.desk, number)
    one = service_card(exchange.desk, number)
    address = f"{exchange.desk.agency.web_url}/s/{token}"
    exchange.leave_tapped()
    exchange.say(
        lines(
            _("<b>{agency}</b> asks you to confirm:")(agency=exchange.desk.agency.name),
            service_named(one),
            *service_lines(one),
            _("Please answer here, with one tap:"),
            Link(address, address),
        )
    )
    exchange.show(SERVICE, number)


@routes.does(CLOSE_SUPPLIER_LINK)
def closes(exchange: Exchange, number: ServiceNumber) -> None:
    close_supplier_link(exchange.desk, number)
    exchange.note(_("The link is closed."))
    exchange.show(SERVICE, number)


@routes.does(ACCEPT_TIME)
def takes(exchange: Exchange, number: ServiceNumber) -> None:
    accept_time(exchange.desk, number)
    exchange.note(_("Confirmed."))
    exchange.show(SERVICE, number)


@routes.does(DECLINE_TIME)
def leaves(exchange: Exchange, number: ServiceNumber) -> None:
    decline_time(exchange.desk, number)
    exchange.show(SERVICE, number)
