"""Today: deals that can move on, clients to be called, and what was new on a day."""

from datetime import date

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, back, go
from bot.conversation.today import today_opens
from bot.conversation.widgets.listing import chips, listing
from bot.handlers.staff.reach import branch_words
from bot.links.deals import DEAL
from bot.links.home import HOME
from bot.links.inquiries import INQUIRY
from bot.links.today import CALLS, NEW_OF_DAY, READY_DEALS
from bot.links.trips import DEPARTURE
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.queries.today import TodayLine
from domain.queries.today.deals import clients_to_call, new_of_day, ready_deals
from locales import Sentence, _, lines
from locales.terms.phones import pretty_phone
from locales.terms.today import counted

routes = Routes()

SIZE = 7


@today_opens("ready")
def ready_line(label: Sentence, line: TodayLine) -> Button:
    only = line.found.only
    return go(label, DEAL, only) if only else go(label, READY_DEALS, 0)


@today_opens("calls")
def calls_line(label: Sentence, _line: TodayLine) -> Button:
    return go(label, CALLS, 0)


@today_opens("yesterday")
def yesterday_line(label: Sentence, line: TodayLine) -> Button:
    return go(label, NEW_OF_DAY, line.found.facts["day"].isoformat(), not line.found.facts["inquiries"], 0)


@routes.draws(READY_DEALS)
def ready(exchange: Exchange, page: int) -> Screen:
    return listing(
        _("<b>▶ Next stage</b>"),
        ready_deals(exchange.desk)[page * SIZE :],
        page,
        opens=_deal,
        turns=lambda label, other: go(label, READY_DEALS, other),
        empty=_("No deal is ready for the next stage."),
        below=((back(HOME),),),
        size=SIZE,
    )


@routes.draws(CALLS)
def calls(exchange: Exchange, page: int) -> Screen:
    """Each leads to the departure, where who was called is ticked off."""
    found = clients_to_call(exchange.desk, SIZE, page * SIZE)
    return listing(
        lines(
            _("<b>☎️ Calls to make</b>"),
            _("Their trip leaves soon, and our messages do not reach them."),
            *branch_words(exchange.desk.actor),
        ),
        [*found.deals, *found.deals[: found.more]],
        page,
        line=_to_call,
        opens=lambda one: go(_("☎️ {name}")(name=one.client.name), DEPARTURE, one.trip.id if one.trip else 0),
        turns=lambda label, other: go(label, CALLS, other),
        empty=_("No calls to make."),
        below=((back(HOME),),),
        size=SIZE,
    )


@routes.draws(NEW_OF_DAY)
def new(exchange: Exchange, day: str, deals: bool, page: int) -> Screen:  # noqa: FBT001 (as a button keeps it)
    that_day = _day(exchange, day)
    found = new_of_day(exchange.desk, that_day, deals=deals, limit=SIZE, offset=page * SIZE)
    things: list[Inquiry | Deal] = [*found.inquiries, *found.deals]
    kinds = (
        (False, _("📥 Inquiries · {count}")(count=counted(found.inquiry_count))),
        (True, _("🗂 Deals · {count}")(count=counted(found.deal_count))),
    )
    return listing(
        lines(_("<b>📈 New on {day}</b>")(day=that_day), *branch_words(exchange.desk.actor)),
        [*things, *things[: found.more]],
        page,
        opens=lambda one: _deal(one) if isinstance(one, Deal) else _inquiry(one),
        turns=lambda label, other: go(label, NEW_OF_DAY, day, deals, other),
        empty=_("Nothing new."),
        chips=(chips(kinds, deals, lambda label, other: go(label, NEW_OF_DAY, day, other, 0)),),
        below=((back(HOME),),),
        size=SIZE,
    )


def _day(exchange: Exchange, written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return exchange.desk.today


def _deal(deal: Deal) -> Button:
    label = _("#{number} · {client} · {title}")(number=deal.id, client=deal.client.name, title=deal.called)
    return go(label, DEAL, deal.id)


def _inquiry(inquiry: Inquiry) -> Button:
    label = _("📥 #{number} · {client} · {title}")(
        number=inquiry.id, client=inquiry.client.name, title=inquiry.about
    )
    return go(label, INQUIRY, inquiry.id)


def _to_call(deal: Deal) -> Sentence:
    phone = pretty_phone(deal.client.phone) if deal.client.phone else None
    return _("{client} · {phone} · {title}")(client=deal.client.name, phone=phone, title=deal.called)
