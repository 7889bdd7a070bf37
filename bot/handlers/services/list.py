"""The services of a deal, as its journey goes; and options that run out, of all deals."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, back, go, turn
from bot.conversation.today import today_opens
from bot.conversation.widgets.listing import chips, listing
from bot.flows.services.service import EnterService
from bot.handlers.staff.reach import branch_words
from bot.links.deals import DEAL
from bot.links.home import HOME
from bot.links.services import OPTIONS, SERVICE, SERVICES
from domain.entities.deals import DealNumber
from domain.entities.people import Right
from domain.entities.services import Service
from domain.queries.services import options_running_out, services_of
from domain.queries.today import TodayLine
from locales import Sentence, _, lines
from locales.terms.services import option_words, service_line, service_named

routes = Routes()

SIZE = 6
ONLY_MINE = _("🙋 Only mine")
EVERYBODYS = _("👥 Everybody's")


@routes.draws(SERVICES)
def services(exchange: Exchange, number: DealNumber, page: int) -> Screen:
    found = services_of(exchange.desk, number, SIZE + 1, page * SIZE)
    deal, today = found.deal, exchange.desk.today
    enters = exchange.desk.actor.may(Right.MOVE_DEALS) and not deal.is_lost
    new = ((ask(_("➕ Add a service"), EnterService, deal=number),),) if enters else ()
    return listing(
        _("<b>🔖 #{number} · {client} · {title}</b>")(
            number=deal.id, client=deal.client.name, title=deal.called
        ),
        found.services,
        page,
        opens=lambda one: go(service_line(one, today), SERVICE, one.id),
        turns=lambda label, other: turn(label, SERVICES, number, other),
        empty=_("Nothing is booked yet: flights, hotels, transfers, insurance, excursions."),
        below=(*new, (back(DEAL, number),)),
        size=SIZE,
    )


@routes.draws(OPTIONS)
def options(exchange: Exchange, mine: bool, page: int) -> Screen:  # noqa: FBT001 (as a button keeps it)
    """Of the actor's own deals, or of all."""
    desk = exchange.desk
    found = options_running_out(desk, mine=mine, limit=SIZE + 1, offset=page * SIZE)
    kinds = ((True, ONLY_MINE), (False, EVERYBODYS))
    leads = desk.actor.may(Right.MOVE_DEALS)
    return listing(
        lines(_("<b>⏰ Options running out, or late</b>"), *branch_words(desk.actor)),
        found,
        page,
        line=lambda one: _line(exchange, one),
        opens=_opens,
        turns=lambda label, other: turn(label, OPTIONS, mine, other),
        empty=_("No option runs out in the next two days."),
        chips=(chips(kinds, mine, lambda label, other: go(label, OPTIONS, other, 0)),) if leads else (),
        below=((back(HOME),),),
        size=SIZE,
    )


def _line(exchange: Exchange, one: Service) -> Sentence:
    return _("{option} · {service} · {client}")(
        option=option_words(one, exchange.desk.today),
        service=service_named(one),
        client=one.deal.client.name,
    )


def _opens(one: Service) -> Button:
    label = _("🔖 {service} · {client}")(service=service_named(one), client=one.deal.client.name)
    return go(label, SERVICE, one.id)


@today_opens("options")
def options_line(label: Sentence, line: TodayLine) -> Button:
    return go(label, SERVICE, line.found.only) if line.found.only else go(label, OPTIONS, True, 0)
