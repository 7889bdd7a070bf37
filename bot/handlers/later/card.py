"""Messages that wait to be sent: of a client, one's own, and one of them, which may be changed, sent at once or taken back."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, go, pairs, turn
from bot.conversation.slots import home_button
from bot.conversation.widgets.listing import listing
from bot.flows.later.write import ChangeLater, MoveLater, WriteLater
from bot.links.clients import CLIENT, CLIENT_SLOTS
from bot.links.home import HOME
from bot.links.later import LATER, LATER_FOR, MY_LATER, SEND_LATER_NOW, TAKE_BACK_LATER
from domain.entities.clients import Client, ClientNumber
from domain.entities.later_messages import LaterMessage, LaterNumber
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.queries.later import count_later_for, count_my_later, later_card, later_for, my_later
from domain.usecases.later.writing import send_later_now, take_back_later
from locales import Sentence, _, lines
from locales.terms.later import HELD, sent_on, short_later

routes = Routes()

SIZE = 6
_LABEL = _("🕒 Later · {count}")


@CLIENT_SLOTS.button(34, Right.ANSWER_CLIENTS)
def later_of_client(exchange: Exchange, client: Client) -> Button | None:
    count = count_later_for(exchange.desk, client)
    return go(_LABEL(count=count), LATER_FOR, client.id, 0) if count else None


@home_button(rank=857, right=Right.ANSWER_CLIENTS)
def later_of_mine(exchange: Exchange) -> Button | None:
    count = count_my_later(exchange.desk)
    return go(_LABEL(count=count), MY_LATER, 0) if count else None


@routes.draws(LATER_FOR)
def later_for_client(exchange: Exchange, number: ClientNumber, page: int) -> Screen:
    found = later_for(exchange.desk, number, SIZE + 1, page * SIZE)
    return listing(
        _("<b>🕒 To be sent later</b>"),
        found,
        page,
        opens=_opens,
        line=lambda one: _line(exchange, one),
        turns=lambda label, other: turn(label, LATER_FOR, number, other),
        empty=_("Nothing waits to be sent."),
        below=((ask(_("✉️ Write one more"), WriteLater, client=number),), (back(CLIENT, number),)),
        size=SIZE,
    )


@routes.draws(MY_LATER)
def mine(exchange: Exchange, page: int) -> Screen:
    found = my_later(exchange.desk, SIZE + 1, page * SIZE)
    return listing(
        _("<b>🕒 To be sent later</b>"),
        found,
        page,
        opens=_opens,
        line=lambda one: _line(exchange, one),
        turns=lambda label, other: turn(label, MY_LATER, other),
        empty=_("Nothing waits to be sent."),
        below=((back(HOME),),),
        size=SIZE,
    )


def _opens(one: LaterMessage) -> Button:
    return go(_("✉️ {name}: {text}")(name=one.client.name, text=short_later(one, 30)), LATER, one.id)


def _line(exchange: Exchange, one: LaterMessage) -> Sentence:
    return HELD[one.held] if one.held else sent_on(one, exchange.desk.agency.zone)


@routes.draws(LATER)
def later(exchange: Exchange, number: LaterNumber) -> Screen:
    found = later_card(exchange.desk, number)
    one = found.message
    told = lines(
        _("<b>✉️ To {name}</b>, written by {author}")(name=one.client.name, author=one.author.name),
        _("#{number} · {title}")(number=one.deal.id, title=one.deal.called) if one.deal else None,
        _("<blockquote>{text}</blockquote>")(text=one.text),
        _line(exchange, one),
    )
    away = (back(LATER_FOR, one.client.id, 0),)
    if not found.changeable:
        return Screen(told, (away,))
    buttons = [
        ask(_("✏️ Change the words"), ChangeLater, later=number),
        ask(_("🕒 Another time"), MoveLater, later=number) if one.client.reachable else None,
        act(_("✉️ Send now"), SEND_LATER_NOW, number) if one.client.reachable else None,
        act(_("↩️ Take back"), TAKE_BACK_LATER, number),
    ]
    return Screen(told, (*pairs([each for each in buttons if each]), away))


@routes.does(SEND_LATER_NOW)
def sends(exchange: Exchange, number: LaterNumber) -> None:
    one = send_later_now(exchange.desk, number)
    exchange.note(_("Sent to {name}.")(name=one.client.name))
    exchange.show(CLIENT, one.client.id)


@routes.does(TAKE_BACK_LATER)
def takes_back(exchange: Exchange, number: LaterNumber) -> None:
    one = take_back_later(exchange.desk, number)
    exchange.note(_("It will not be sent."))
    exchange.show(CLIENT, one.client.id)


@routes.verb("send_later_now")
def send_from_notice(exchange: Exchange, notice: Notice) -> None:
    one = send_later_now(exchange.desk, notice.facts["later"])
    exchange.note(_("Sent to {name}.")(name=one.client.name))
    exchange.show(CLIENT, one.client.id)


@routes.verb("open_later")
def open_later(exchange: Exchange, notice: Notice) -> None:
    exchange.show(LATER, notice.facts["later"])
