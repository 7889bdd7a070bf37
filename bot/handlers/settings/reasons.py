"""Reasons for losing deals and closing inquiries: those that are offered, and those that are only read any more."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, ask, back, column, go, turn
from bot.conversation.widgets.confirm import confirm
from bot.conversation.widgets.listing import chips
from bot.flows.settings.reason import AddReason
from bot.links.agency import REASON, REASON_AGAIN, REASONS, RETIRE_REASON, TEXTS
from domain.entities.reasons import MOST
from domain.queries.settings import agency_reasons
from domain.usecases.settings.reasons import offer_reason_again, retire_reason
from locales import Sentence, _, lines
from locales.terms.reasons import ENDINGS, reason_words

routes = Routes(rank=884)


@routes.draws(REASONS)
def reasons(exchange: Exchange, of: str) -> Screen:
    found = agency_reasons(exchange.desk, of)
    settled, offered = exchange.desk.agency.definitions, found.value.offered
    retired = found.value.retired(of)
    text = lines(
        _("<b>✖ Reasons</b>"),
        _("Offered when somebody closes one. Tap one to stop offering it; where it was used it stays."),
        _("No longer offered: {reasons}")(
            reasons=_listed([reason_words(one, settled) for one in retired], exchange)
        )
        if retired
        else None,
    )
    buttons = [go(reason_words(key, settled), REASON, of, key) for key in offered]
    add = ask(_("➕ Add a reason"), AddReason, seen=found.seen, of=of) if len(offered) < MOST else None
    again = go(_("♻️ Offer one again"), REASON, of, "") if retired and len(offered) < MOST else None
    row = chips(ENDINGS.items(), of, lambda label, chosen: turn(label, REASONS, chosen))
    last = tuple(one for one in (add, again) if one is not None)
    return Screen(text, (row, *column(buttons), *((last,) if last else ()), (back(TEXTS, "trips"),)))


def _listed(words: list[Sentence], exchange: Exchange) -> str:
    return ", ".join(map(exchange.voice.plain, words))


@routes.draws(REASON)
def reason(exchange: Exchange, of: str, key: str) -> Screen:
    """One that is offered; without a key those that are not."""
    found = agency_reasons(exchange.desk, of)
    settled = exchange.desk.agency.definitions
    if not key:
        again = found.value.retired(of)[:MOST]
        buttons = [act(reason_words(one, settled), REASON_AGAIN, found.seen, of, one) for one in again]
        return Screen(_("Which one should be offered again?"), column([*buttons, back(REASONS, of)]))
    text = _("Stop offering “{reason}”?")(reason=reason_words(key, settled))
    return confirm(text, act(_("🗑 Stop offering"), RETIRE_REASON, found.seen, of, key), back(REASONS, of))


@routes.does(RETIRE_REASON)
def retires(exchange: Exchange, seen: int, of: str, key: str) -> None:
    retire_reason(exchange.desk, seen, of, key)
    exchange.show(REASONS, of)


@routes.does(REASON_AGAIN)
def offers_again(exchange: Exchange, seen: int, of: str, key: str) -> None:
    offer_reason_again(exchange.desk, seen, of, key)
    exchange.show(REASONS, of)
