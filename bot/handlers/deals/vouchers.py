"""The voucher: sent to the client, shown to staff, handed over to whoever has no Telegram, and given again."""

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, column, go
from domain.entities.deals import Deal, DealNumber
from domain.entities.people import Right
from domain.queries.deals import too_early
from domain.usecases.deals import vouchers
from locales import Sentence, Voice, _, lines
from papers.voucher import facts_of, voucher

routes = Routes()


@routes.view("voucher")
def voucher_card(exchange: Exchange, number: DealNumber, *origin: str | int) -> Screen:
    desk = exchange.desk
    desk.must(Right.SEE_DEALS)
    deal = desk.repositories.deals.get(number)
    told = lines(
        _("<b>Voucher № {number} · {title}</b>")(number=deal.id, title=deal.title),
        _("Sent to {client} on {at}.")(client=deal.client.name, at=deal.voucher_sent_at)
        if deal.voucher_sent_at
        else _("{client} does not have it yet.")(client=deal.client.name),
        None
        if deal.client.reachable
        else _("📵 Not to be reached in Telegram: show it, print it, hand it over."),
        _("⚠️ {owed} is still owed.")(owed=deal.owed) if _shows_debt(exchange, deal) else None,
    )
    issue = _issue(exchange, deal, origin) if deal.is_open and desk.actor.may(Right.MOVE_DEALS) else None
    show = Button(_("🎫 Show the voucher"), "show_voucher", (number,))
    return Screen(told, column([issue, show, go(_("◀ Back"), "deal", number, *origin)]))


def _shows_debt(exchange: Exchange, deal: Deal) -> bool:
    return exchange.desk.actor.may(Right.SEE_MONEY) and deal.owed.minor > 0


def _issue(exchange: Exchange, deal: Deal, origin: tuple[str | int, ...]) -> Button | None:
    if too_early(exchange.desk, deal):
        early = ask(_("📨 Send before its stage"), "early_voucher", deal=deal.id, origin=[*origin])
        return early if exchange.desk.actor.may(Right.OVERRIDE) else None
    if deal.client.reachable:
        again = deal.voucher_sent_at is not None
        label = _("📨 Send it again") if again else _("📨 Send the voucher")
        return Button(label, "send_voucher", (deal.id, again, *origin))
    if deal.voucher_sent_at is None:
        return Button(_("🤝 Handed over"), "voucher_handed_over", (deal.id, *origin))
    return None


@routes.action("send_voucher")
def send(exchange: Exchange, number: DealNumber, again: bool, *origin: str | int) -> None:  # noqa: FBT001 (as a button keeps it)
    deal = vouchers.send_voucher(exchange.desk, number, again=again)
    exchange.note(_("The voucher is on its way to {client}.")(client=deal.client.name))
    exchange.show("deal", number, *origin)


@routes.action("voucher_handed_over")
def handed_over(exchange: Exchange, number: DealNumber, *origin: str | int) -> None:
    deal = vouchers.voucher_handed_over(exchange.desk, number)
    exchange.note(_("Noted: {client} has the voucher.")(client=deal.client.name))
    exchange.show("deal", number, *origin)


@routes.action("show_voucher")
def show(exchange: Exchange, number: DealNumber) -> None:
    """The same paper the client gets, in the client's language when we know it."""
    exchange.desk.must(Right.SEE_DEALS)
    deal = exchange.desk.repositories.deals.get(number)
    person = deal.client.person
    exchange.send_file(
        _printed(
            exchange, deal, Voice(person.language, exchange.desk.agency.zone) if person else exchange.voice
        )
    )


@routes.action("voucher_again")
def give_again(exchange: Exchange, number: DealNumber) -> None:
    """The client asked for their own."""
    deal = vouchers.voucher_again(exchange.desk, number)
    exchange.send_file(_printed(exchange, deal, exchange.voice))


def _printed(exchange: Exchange, deal: Deal, voice: Voice) -> File:
    facts = facts_of(deal, exchange.desk.agency, exchange.desk.today)
    return File(
        caption=exchange.voice.html(_caption(deal)),
        name=f"voucher-{deal.id}.pdf",
        paper=(voucher, (facts, voice)),
    )


def _caption(deal: Deal) -> Sentence:
    return _("🎫 {title}")(title=deal.title)
