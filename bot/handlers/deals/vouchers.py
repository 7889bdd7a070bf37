"""The voucher: sent to the client, shown to staff, handed over to whoever has no Telegram, and given again."""

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column
from bot.conversation.slots import Lines
from bot.flows.deals.early_voucher import EarlyVoucher
from bot.links.deals import (
    DEAL,
    DEAL_SLOTS,
    SEND_VOUCHER,
    SHOW_VOUCHER,
    VOUCHER,
    VOUCHER_AGAIN,
    VOUCHER_HANDED_OVER,
)
from domain.entities.deals import Deal, DealNumber
from domain.entities.people import Right
from domain.queries import deal_steps, deals
from domain.queries.contacts import contact
from domain.queries.late import is_over
from domain.usecases.deals import vouchers
from locales import Sentence, Voice, _, lines
from locales.terms.deals import VOUCHER_IS_OLD
from papers.voucher import facts_of, logo, voucher

routes = Routes()


@DEAL_SLOTS.lines(4, Right.SEE_DEALS)
def old_voucher(exchange: Exchange, deal: Deal) -> Lines:
    """As long as the journey is ahead."""
    if deal.is_open and deal.voucher_is_old and not is_over(exchange.desk, deal):
        yield VOUCHER_IS_OLD


@routes.draws(VOUCHER)
def voucher_card(exchange: Exchange, number: DealNumber) -> Screen:
    deal = deals.deal(exchange.desk, number)
    told = lines(
        _("<b>Voucher #{number} · {title}</b>")(number=deal.id, title=deal.called),
        _("Sent to {client} on {at}.")(client=deal.client.name, at=deal.voucher_sent_at)
        if deal.voucher_sent_at
        else _("Not sent to {client} yet.")(client=deal.client.name),
        VOUCHER_IS_OLD if deal.voucher_is_old else None,
        None
        if deal.client.reachable
        else _("📵 Cannot be reached on Telegram: open the voucher, print it and hand it over."),
        _("⚠️ {owed} left to pay.")(owed=deal.owed) if _shows_debt(exchange, deal) else None,
    )
    issuable = deal.is_open and exchange.desk.actor.may(Right.MOVE_DEALS)
    show = act(_("🎫 Show the voucher"), SHOW_VOUCHER, number)
    return Screen(told, column([_issue(exchange, deal) if issuable else None, show, back(DEAL, number)]))


def _shows_debt(exchange: Exchange, deal: Deal) -> bool:
    return exchange.desk.actor.may(Right.SEE_MONEY) and deal.owed.minor > 0


def _issue(exchange: Exchange, deal: Deal) -> Button | None:
    if deal_steps.too_early(exchange.desk, deal):
        early = ask(_("📨 Send early"), EarlyVoucher, deal=deal.id)
        return early if exchange.desk.actor.may(Right.OVERRIDE) else None
    if deal.client.reachable:
        again = deal.voucher_sent_at is not None
        label = _("📨 Send it again") if again else _("📨 Send the voucher")
        return act(label, SEND_VOUCHER, deal.id, again)
    if deal.voucher_sent_at is None:
        return act(_("🎫 Handed over"), VOUCHER_HANDED_OVER, deal.id)
    return None


@routes.does(SEND_VOUCHER)
def send(exchange: Exchange, number: DealNumber, again: bool) -> None:  # noqa: FBT001 (as a button keeps it)
    deal = vouchers.send_voucher(exchange.desk, number, again=again)
    exchange.note(_("The voucher is on its way to {client}.")(client=deal.client.name))
    exchange.show(DEAL, number)


@routes.does(VOUCHER_HANDED_OVER)
def handed_over(exchange: Exchange, number: DealNumber) -> None:
    deal = vouchers.voucher_handed_over(exchange.desk, number)
    exchange.note(_("Noted: {client} has the voucher.")(client=deal.client.name))
    exchange.show(DEAL, number)


@routes.does(SHOW_VOUCHER)
def show(exchange: Exchange, number: DealNumber) -> None:
    """The same voucher as the client gets, in the client's language when we know it."""
    deal = deals.deal(exchange.desk, number)
    language = deal.client.addressed_in
    voice = Voice.at(exchange.desk, language) if language else exchange.voice
    exchange.send_file(_printed(exchange, deal, voice))


@routes.does(VOUCHER_AGAIN)
def give_again(exchange: Exchange, number: DealNumber) -> None:
    """The client asked for their own."""
    deal = vouchers.voucher_again(exchange.desk, number)
    exchange.send_file(_printed(exchange, deal, exchange.voice))


def _printed(exchange: Exchange, deal: Deal, voice: Voice) -> File:
    facts = facts_of(deal, exchange.desk.agency, exchange.desk.today, contact(exchange.desk, deal))
    return File(
        caption=exchange.voice.html(_caption(deal)),
        name=f"voucher-{deal.id}.pdf",
        paper=(voucher, (facts, voice, logo(exchange.desk))),
    )


def _caption(deal: Deal) -> Sentence:
    return _("🎫 {title}")(title=deal.called)
