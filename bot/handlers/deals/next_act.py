"""The first button of a deal's card: what would bring what the deal waits for, by the kind of what is missing."""

from collections.abc import Callable

from bot.conversation.screen import Button, act, ask, go
from bot.flows.deals.price import AgreePrice
from bot.flows.payments.payment import BALANCE, DEPOSIT, RecordPayment
from bot.flows.travellers.passport import PassportFlow
from bot.flows.travellers.traveller import TravellerFlow
from bot.links.deals import SEND_VOUCHER, VOUCHER_HANDED_OVER
from bot.links.documents import LOOK_AT
from bot.links.trips import DEPARTURE, TOLD_BY_PHONE
from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.entities.requirements import Missing
from domain.ports.desk import Actor
from domain.values.money import Money
from locales import _

Act = Callable[[Actor, Deal], Button | None]


def next_act(actor: Actor, deal: Deal, gaps: tuple[Missing, ...]) -> Button | None:
    """For the first thing that is missing of which this person can do something."""
    offered = (ACTS[gap.kind](actor, deal) for gap in gaps if gap.kind in ACTS)
    return next((button for button in offered if button is not None), None)


def _price(actor: Actor, deal: Deal) -> Button | None:
    return ask(_("💶 Price"), AgreePrice, deal=deal.id) if actor.may(Right.OPEN_DEALS) else None


def _travellers(actor: Actor, deal: Deal) -> Button | None:
    if not (deal.seats_to_enter and (actor.may(Right.OPEN_DEALS) or actor.may(Right.MOVE_DEALS))):
        return None
    label = _("✍️ Traveller {number} of {seats}")(number=len(deal.party) + 1, seats=deal.seats)
    return ask(label, TravellerFlow, deal=deal.id)


def _passport(actor: Actor, deal: Deal) -> Button | None:
    """Those that came are looked at first."""
    if deal.to_check:
        return _check(actor, deal)
    serves = actor.may(Right.OPEN_DEALS) or actor.may(Right.MOVE_DEALS)
    return ask(_("📷 Send a passport"), PassportFlow, deal=deal.id) if serves else None


def _check(actor: Actor, deal: Deal) -> Button | None:
    if not deal.to_check or not actor.may(Right.CHECK_DOCUMENTS):
        return None
    label = _("👁 Check passports · {count}")(count=len(deal.to_check))
    return act(label, LOOK_AT, deal.to_check[0].id)


def _deposit(actor: Actor, deal: Deal) -> Button | None:
    return _money(actor, deal, DEPOSIT, deal.deposit_owed)


def _balance(actor: Actor, deal: Deal) -> Button | None:
    return _money(actor, deal, BALANCE, deal.owed)


def _money(actor: Actor, deal: Deal, what: str, amount: Money) -> Button | None:
    """All of it, today, by the usual means: a second tap records it, or something else is said first."""
    if not deal.is_payable or not actor.may(Right.RECORD_PAYMENTS):
        return None
    return ask(_("💶 {amount} received")(amount=amount), RecordPayment, deal=deal.id, usual=what)


def _voucher(actor: Actor, deal: Deal) -> Button | None:
    if not actor.may(Right.MOVE_DEALS):
        return None
    if deal.client.reachable:
        return act(_("📨 Send the voucher"), SEND_VOUCHER, deal.id, False)
    return act(_("🎫 Handed over"), VOUCHER_HANDED_OVER, deal.id)


def _departure(actor: Actor, deal: Deal) -> Button | None:
    if deal.trip is None and deal.is_unreached and actor.may(Right.MOVE_DEALS):
        return act(_("☎️ Told by phone"), TOLD_BY_PHONE, deal.id)
    if deal.trip is None or not actor.may(Right.SEE_PARTICIPANTS):
        return None
    return go(_("📣 Departure"), DEPARTURE, deal.trip.id)


ACTS: dict[str, Act] = {
    "price_agreed": _price,
    "travellers_entered": _travellers,
    "passports_sent": _passport,
    "passports_accepted": _passport,
    "deposit_paid": _deposit,
    "fully_paid": _balance,
    "voucher_sent": _voucher,
    "client_told": _departure,
    "departed": _departure,
}
