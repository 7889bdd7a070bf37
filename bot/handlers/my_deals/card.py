"""The client's own trips: where each stands, what to do next as the first button, and everything else at hand."""

from bot.conversation.exchange import Exchange
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, column, go, pairs
from bot.conversation.slots import buttons_of, lines_of
from bot.conversation.widgets.listing import SIZE, listing
from bot.flows.clients.my_phone import MyPhoneFlow
from bot.flows.clients.question import QuestionFlow
from bot.flows.inquiries.tour import Tour
from bot.handlers.inquiries.client import asked_by
from bot.handlers.my_deals.next_step import next_steps
from bot.handlers.my_deals.words import stands, trip_told
from bot.links.deals import MY_DEAL, MY_DEAL_SLOTS, MY_DEALS, MY_TRAVELLERS, VOUCHER_AGAIN
from domain.entities.deals import Deal, DealNumber
from domain.ports.desk import Desk
from domain.queries.late import is_over
from domain.queries.my_deals import all_mine, mine
from locales import Sentence, _, lines

routes = Routes(rank=200)

NONE_YET = _("You have no trips with us yet.")


@routes.command(
    "mytrips", _("My trips: documents, payments, voucher"), for_clients=True, for_staff=False, rank=30
)
def my_trips(exchange: Exchange, _argument: str) -> None:
    exchange.show(MY_DEALS, 0)


@routes.draws(MY_DEALS)
def my_deals(exchange: Exchange, page: int = 0) -> Screen:
    """What is asked for and waited for, then deals: open ones first, newest first; a single one is shown at once."""
    own = all_mine(exchange.desk)
    asked = asked_by(exchange)
    if len(own) == 1 and not asked:
        return my_deal(exchange, own[0].id)
    home = (go(_("◀ Home"), HOME),)
    if not own and not asked:
        return Screen(NONE_YET, (*column([ask(_("🏝 Ask for a tour"), Tour)]), home))
    awaited = [*zip(asked.told(), asked.buttons(), strict=True)]
    trips = [(_line(exchange.desk, deal), go(_label(deal), MY_DEAL, deal.id)) for deal in own]
    return listing(
        _("<b>My trips</b>"),
        [*awaited, *trips][page * SIZE :],
        page,
        line=lambda one: one[0],
        opens=lambda one: one[1],
        turns=lambda label, other: go(label, MY_DEALS, other),
        below=[home],
    )


def _line(desk: Desk, deal: Deal) -> Sentence:
    return _("<b>{title}</b>: {stands}")(title=deal.called, stands=stands(desk, deal))


def _label(deal: Deal) -> Sentence:
    return _("🧳 {title}")(title=deal.called) if deal.is_open else _("📁 {title}")(title=deal.called)


@routes.draws(MY_DEAL)
def my_deal(exchange: Exchange, number: DealNumber) -> Screen:
    deal = mine(exchange.desk, number)
    steps = [] if is_over(exchange.desk, deal) else next_steps(deal)
    rows = (*column(steps), *pairs(_besides(exchange, deal)))
    told = lines(trip_told(exchange.desk, deal), *lines_of(exchange, MY_DEAL_SLOTS.card, deal))
    return Screen(told, rows)


def _besides(exchange: Exchange, deal: Deal) -> list[Button]:
    client = exchange.desk.actor.client
    offered = [
        act(_("🎫 Voucher again"), VOUCHER_AGAIN, deal.id)
        if deal.voucher_sent_at and not deal.is_lost
        else None,
        go(_("👥 Travellers"), MY_TRAVELLERS, deal.id, 0) if deal.party else None,
        *buttons_of(exchange, MY_DEAL_SLOTS.card, deal),
        ask(_("💬 Ask a question"), QuestionFlow, deal=deal.id),
        ask(_("📱 Leave my number"), MyPhoneFlow) if client and client.phone is None else None,
        go(_("🧳 My trips"), MY_DEALS, 0),
        go(_("🏠 Home"), HOME),
    ]
    return [button for button in offered if button]
