"""The inquiries that wait, oldest first, and the commands that begin one."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.keyboard import keyboard_key
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, go
from bot.conversation.widgets.listing import SIZE, listing
from bot.flows.deals.open_deal import DealFlow
from bot.flows.inquiries.phone_inquiry import PhoneInquiry
from bot.flows.inquiries.tour import Tour
from bot.handlers.clients.words import inquiry_line
from bot.handlers.staff.reach import branch_words
from bot.links.home import HOME
from bot.links.inquiries import INQUIRIES, INQUIRY
from domain.entities.people import Right
from domain.queries.inquiries import inquiries_waiting
from domain.values.counts import MOST
from domain.values.numbers import number_named
from locales import Sentence, _, lines, n_

routes = Routes(rank=300)

WAITING = n_("<b>Inquiries</b> · {count} waiting", "<b>Inquiries</b> · {count} waiting")


@routes.command("tour", _("Ask for a tour"), for_clients=True, for_staff=False, rank=20)
def tour(exchange: Exchange, _argument: str) -> None:
    """Staff who ask for a tour do it for somebody."""
    if exchange.desk.actor.is_staff:
        begin(exchange, PhoneInquiry)
    else:
        begin(exchange, Tour)


@routes.command("inquiries", _("Waiting inquiries, oldest first"), right=Right.TAKE_INQUIRIES, rank=20)
def waiting(exchange: Exchange, argument: str) -> None:
    number = number_named(argument)
    if number is None:
        exchange.show(INQUIRIES, 0)
    else:
        exchange.show(INQUIRY, number)


keyboard_key(20, _("📥 Inquiries"), "inquiries", Right.TAKE_INQUIRIES)


@routes.command("inquiry", _("Take an inquiry by phone"), right=Right.TAKE_INQUIRIES, rank=25)
def take(exchange: Exchange, _argument: str) -> None:
    begin(exchange, PhoneInquiry)


@routes.command("deal", _("Open a deal"), right=Right.OPEN_DEALS, rank=35)
def open_a_deal(exchange: Exchange, _argument: str) -> None:
    begin(exchange, DealFlow)


def _waiting(count: int) -> Sentence:
    if count > MOST:
        return _("<b>Inquiries</b> · more than {count} waiting")(count=MOST)
    return WAITING(count=count) if count else _("No inquiries waiting.")


@routes.draws(INQUIRIES)
def inquiries(exchange: Exchange, page: int) -> Screen:
    found = inquiries_waiting(exchange.desk, SIZE + 1, page * SIZE)
    return listing(
        lines(_waiting(found.count), *branch_words(exchange.desk.actor)),
        found.inquiries,
        page,
        opens=lambda inquiry: go(inquiry_line(inquiry), INQUIRY, inquiry.id),
        turns=lambda label, other: go(label, INQUIRIES, other),
        below=[(go(_("◀ Home"), HOME),)],
    )
