"""The voucher: sent to the client, shown to staff, handed over to whoever has no Telegram, and given again."""

from bot.routes import Routes
from bot.screen import Button, Screen, ask, column, go
from bot.talk import File, Talk
from domain.deals import Deal
from domain.people import Right
from domain.usecases import vouchers
from domain.usecases.vouchers import too_early
from locales import Sentence, Voice, _, lines
from papers.voucher import facts_of, voucher

routes = Routes()


@routes.view("voucher")
def voucher_card(talk: Talk, number: int, *origin: str | int) -> Screen:
    desk = talk.desk
    desk.must(Right.SEE_DEALS)
    deal = desk.records.deals.get(number)
    told = lines(
        _("<b>Voucher № {number} · {title}</b>")(number=deal.id, title=deal.title),
        _("Sent to {client} on {at}.")(client=deal.client.name, at=deal.voucher_sent_at)
        if deal.voucher_sent_at
        else _("{client} does not have it yet.")(client=deal.client.name),
        None
        if deal.client.reachable
        else _("📵 Not to be reached in Telegram: show it, print it, hand it over."),
        _("⚠️ {owed} is still owed.")(owed=deal.owed) if _shows_debt(talk, deal) else None,
    )
    issue = _issue(talk, deal, origin) if deal.is_open and desk.actor.may(Right.MOVE_DEALS) else None
    show = Button(_("🎫 Show the voucher"), "show_voucher", (number,))
    return Screen(told, column([issue, show, go(_("◀ Back"), "deal", number, *origin)]))


def _shows_debt(talk: Talk, deal: Deal) -> bool:
    return talk.desk.actor.may(Right.SEE_MONEY) and deal.owed.minor > 0


def _issue(talk: Talk, deal: Deal, origin: tuple[str | int, ...]) -> Button | None:
    if too_early(talk.desk, deal):
        early = ask(_("📨 Send before its stage"), "early_voucher", deal=deal.id, origin=[*origin])
        return early if talk.desk.actor.may(Right.OVERRIDE) else None
    if deal.client.reachable:
        again = deal.voucher_sent_at is not None
        label = _("📨 Send it again") if again else _("📨 Send the voucher")
        return Button(label, "send_voucher", (deal.id, again, *origin))
    if deal.voucher_sent_at is None:
        return Button(_("🤝 Handed over"), "voucher_handed_over", (deal.id, *origin))
    return None


@routes.action("send_voucher")
def send(talk: Talk, number: int, again: bool, *origin: str | int) -> None:  # noqa: FBT001 (as a button keeps it)
    deal = vouchers.send_voucher(talk.desk, number, again=again)
    talk.note(_("The voucher is on its way to {client}.")(client=deal.client.name))
    talk.show("deal", number, *origin)


@routes.action("voucher_handed_over")
def handed_over(talk: Talk, number: int, *origin: str | int) -> None:
    deal = vouchers.voucher_handed_over(talk.desk, number)
    talk.note(_("Noted: {client} has the voucher.")(client=deal.client.name))
    talk.show("deal", number, *origin)


@routes.action("show_voucher")
def show(talk: Talk, number: int) -> None:
    """The same paper the client gets, in the client's language when we know it."""
    talk.desk.must(Right.SEE_DEALS)
    deal = talk.desk.records.deals.get(number)
    person = deal.client.person
    talk.send_file(
        _printed(talk, deal, Voice(person.language, talk.desk.agency.zone) if person else talk.voice)
    )


@routes.action("voucher_again")
def give_again(talk: Talk, number: int) -> None:
    """The client asked for their own."""
    deal = vouchers.voucher_again(talk.desk, number)
    talk.send_file(_printed(talk, deal, talk.voice))


def _printed(talk: Talk, deal: Deal, voice: Voice) -> File:
    facts = facts_of(deal, talk.desk.agency, talk.desk.today)
    return File(
        caption=talk.voice.html(_caption(deal)),
        name=f"voucher-{deal.id}.pdf",
        paper=(voucher, (facts, voice)),
    )


def _caption(deal: Deal) -> Sentence:
    return _("🎫 {title}")(title=deal.title)
