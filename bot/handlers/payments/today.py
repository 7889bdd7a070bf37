"""Money: what came today, yesterday and this month, and the payments one by one."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.keyboard import keyboard_key
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, back, go
from bot.conversation.today import today_opens
from bot.conversation.widgets.listing import listing
from bot.handlers.staff.reach import branch_words
from bot.links.home import HOME
from bot.links.payments import PAYMENTS
from bot.links.today import MONEY
from domain.entities.people import Right, Role
from domain.ports.today import Received
from domain.queries.today import TodayLine
from domain.queries.today.payments import money as money_of
from domain.values.money import Money
from locales import Sentence, _, lines
from locales.sentence import Joined

routes = Routes(rank=480)

SIZE = 7
ACCOUNTANTS = {Role.ACCOUNTANT: 15}

keyboard_key(50, _("💶 Money"), "money", Right.SEE_MONEY, ACCOUNTANTS)


@routes.command("money", _("Money received"), right=Right.SEE_MONEY, rank=50, ranks=ACCOUNTANTS)
def money_command(exchange: Exchange, _argument: str) -> None:
    exchange.show(MONEY, 0)


@today_opens("money_in")
def money_line(label: Sentence, _line: TodayLine) -> Button:
    return go(label, MONEY, 0)


@routes.draws(MONEY)
def money(exchange: Exchange, page: int) -> Screen:
    found = money_of(exchange.desk, SIZE, page * SIZE)
    head = lines(
        _("<b>💶 Money</b>"),
        _("Today: {sums}")(sums=_sums(found.today)),
        _("Yesterday: {sums}")(sums=_sums(found.yesterday)),
        _("This month: {sums}")(sums=_sums(found.month)),
        *branch_words(exchange.desk.actor),
    )
    return listing(
        head,
        [*found.payments, *found.payments[: found.more]],
        page,
        opens=_opens,
        turns=lambda label, other: go(label, MONEY, other),
        empty=_("No payments yet."),
        below=((back(HOME),),),
        size=SIZE,
    )


def _sums(sums: Sequence[Money]) -> Joined | None:
    return Joined(sums, by=" · ") if sums else None


def _opens(one: Received) -> Button:
    label = _("{amount} · {client} · {day}")(
        amount=one.payment.amount, client=one.deal.client.name, day=f"{one.payment.received_on:%d.%m}"
    )
    return go(label, PAYMENTS, one.deal.id)
