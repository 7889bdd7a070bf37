"""The deal's card: where it stands and what it waits for, on one phone screen, with what this person may do next."""

from bot.conversation.exchange import Exchange
from bot.conversation.refusals import words_for
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, ask, column, go, pairs
from bot.conversation.slots import buttons_of, lines_of
from bot.flows.deals.lose import LoseDeal
from bot.flows.deals.override import EarlyVoucher, Override
from bot.flows.payments.payment import RecordPayment
from bot.handlers.deals.words import deal_told
from bot.links.deals import DEAL
from bot.links.payments import PAYMENTS
from domain.entities.deals import Deal, DealNumber
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.entities.pipeline import Step
from domain.ports.desk import Desk
from domain.queries.deals import waits_for
from domain.queries.messages import deal_of
from domain.usecases.deals import stages as deals
from domain.values.refusals import Forbidden, NotFound, Refusal
from locales import Sentence, _, lines
from locales.terms.deals import stage_words
from locales.terms.staff import ROLES

routes = Routes()
for flow in (LoseDeal, Override, EarlyVoucher):
    routes.flow(flow)


@routes.draws(DEAL)
def deal_card(exchange: Exchange, number: DealNumber, *origin: str | int) -> Screen:
    """`origin` is nothing, or the list it was opened from: its stage, only mine or not, the deal's place in it."""
    desk = exchange.desk
    desk.must(Right.SEE_DEALS)
    deal = desk.repositories.deals.get(number)
    rows = (
        *column([_onward(desk, deal, origin), _send_voucher(desk, deal, origin)]),
        *pairs(buttons_of(exchange, "deal", deal, _buttons(desk, deal, origin))),
        *column([_anyway(desk, deal, origin)]),
        _away(desk, deal, origin),
    )
    return Screen(lines(deal_told(desk, deal), *lines_of(exchange, "deal", deal)), rows)


def _onward(desk: Desk, deal: Deal, origin: tuple[str | int, ...]) -> Button | None:
    """One tap to the next step, when nothing is missing."""
    following = _following(desk, deal)
    if following is None or waits_for(desk, deal):
        return None
    label = _("▶ {stage}")(stage=stage_words(following.stage, following.substage))
    return Button(label, "advance", (deal.id, deal.step_key, *origin))


def _anyway(desk: Desk, deal: Deal, origin: tuple[str | int, ...]) -> Button | None:
    """Past what is missing: only for those who may, with a reason, and below everything that would bring it."""
    if not desk.actor.may(Right.OVERRIDE) or _following(desk, deal) is None or not waits_for(desk, deal):
        return None
    return ask(_("⏭ Move on anyway"), "override", deal=deal.id, step=deal.step_key, origin=[*origin])


def _following(desk: Desk, deal: Deal) -> Step | None:
    """The step this person may take the deal to."""
    movable = deal.is_open and desk.actor.may(Right.MOVE_DEALS)
    return desk.agency.pipeline.after(deal.step_key) if movable else None


def _send_voucher(desk: Desk, deal: Deal, origin: tuple[str | int, ...]) -> Button | None:
    wanted = any(gap.kind == "voucher_sent" for gap in waits_for(desk, deal))
    if not wanted or not deal.client.reachable or not desk.actor.may(Right.MOVE_DEALS):
        return None
    return Button(_("📨 Send the voucher"), "send_voucher", (deal.id, False, *origin))


def _buttons(desk: Desk, deal: Deal, origin: tuple[str | int, ...]) -> list[tuple[int, Button]]:
    """Those that know the list the deal was opened from; the others are put into the card's slots."""
    known = {"deal": deal.id, "origin": [*origin]}
    payable = bool(deal.price) and deal.owed.minor > 0 and not deal.is_lost
    offered: list[tuple[int, bool, Right, Button]] = [
        (10, payable, Right.RECORD_PAYMENTS, ask(_("💶 Record a payment"), RecordPayment, deal=deal.id)),
        (20, True, Right.SEE_MONEY, go(_("🧾 Payments"), PAYMENTS, deal.id)),
        (30, deal.is_open and deal.trip is None, Right.OPEN_DEALS, ask(_("🏷 Price"), "price", **known)),
        (50, True, Right.SEE_DEALS, go(_("🎫 Voucher"), "voucher", deal.id, *origin)),
        (80, deal.is_open, Right.MOVE_DEALS, go(_("🤝 Hand over"), "hand_over", deal.id, *origin)),
        (900, deal.is_open, Right.MOVE_DEALS, ask(_("✖ Close the deal"), "lose", **known)),
    ]
    return [(rank, button) for rank, fits, right, button in offered if fits and desk.actor.may(right)]


def _away(desk: Desk, deal: Deal, origin: tuple[str | int, ...]) -> Row:
    """Back to the list, and on to the next deal in it."""
    if not origin:
        return (go(_("◀ Deals"), "stages"),)
    stage, mine, place = str(origin[0]), bool(origin[1]), int(origin[2])
    after = place + 1 if deal.is_open and deal.stage == stage else place
    whose = desk.actor.staff if mine else None
    following = desk.repositories.deals.at_stage(stage, whose, limit=1, offset=after)
    back = go(_("◀ {stage}")(stage=stage_words(stage)), "deals", stage, mine, 0)
    if not following:
        return (back,)
    label = _("Next in {stage} ▶")(stage=stage_words(stage))
    return (back, go(label, "deal", following[0].id, stage, mine, after))


@routes.action("advance")
def advance(exchange: Exchange, number: DealNumber, expected: str, *origin: str | int) -> None:
    deal = deals.advance(exchange.desk, number, expected)
    exchange.note(_moved(deal))
    exchange.show("deal", number, *_left(deal, origin))


def _left(deal: Deal, origin: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """A deal that moves within its stage goes to the end of the list: those behind it move up."""
    if not origin or deal.stage != origin[0]:
        return origin
    stage, mine, place = origin
    return stage, mine, int(place) - 1


def _moved(deal: Deal) -> Sentence:
    stage = stage_words(deal.stage, deal.substage)
    return _("№ {number} is now at “{stage}”.")(number=deal.id, stage=stage)


@routes.verb("open_deal")
def open_deal(exchange: Exchange, notice: Notice) -> None:
    number = deal_of(exchange.desk, notice)
    if number is None:
        raise NotFound("not_found")
    exchange.show("deal", number)


@routes.verb("advance")
def advance_announced(exchange: Exchange, notice: Notice) -> None:
    """Straight from the notice; whoever comes second is told, and sees how things stand."""
    number = notice.facts["deal"]
    try:
        deal = deals.advance(exchange.desk, number, notice.facts["step"])
    except Forbidden:
        raise
    except Refusal as why:  # raised before anything was changed
        exchange.note(words_for(why), alert=True)
    else:
        exchange.note(_moved(deal))
    exchange.show("deal", number)


@routes.view("hand_over")
def hand_over(exchange: Exchange, number: DealNumber, *origin: str | int) -> Screen:
    desk = exchange.desk
    desk.must(Right.MOVE_DEALS)
    deal = desk.repositories.deals.get(number)
    now = deal.responsible.name if deal.responsible else _("nobody yet")
    text = lines(
        _("<b>№ {number} · {title}</b>")(number=deal.id, title=deal.title),
        _("Responsible now: {name}. Who takes it from here?")(name=now),
    )
    able = desk.repositories.staff.who_may(Right.MOVE_DEALS)
    if desk.actor.reach is not None:  # from head office it may go to another branch
        able = [who for who in able if who.sees(deal.branch)]
    others = [who for who in able if who is not deal.responsible]
    rows = column(
        [
            *(
                Button(
                    _("{name} · {role}")(name=who.name, role=ROLES[who.role]),
                    "hand_over",
                    (number, who.id, *origin),
                )
                for who in others
            ),
            go(_("◀ Back"), "deal", number, *origin),
        ]
    )
    return Screen(text, rows)


@routes.action("hand_over")
def give_to(exchange: Exchange, number: DealNumber, staff: int, *origin: str | int) -> None:
    deal = deals.hand_over(exchange.desk, number, staff)
    assert deal.responsible is not None
    exchange.note(_("{name} is responsible for № {number} now.")(name=deal.responsible.name, number=number))
    exchange.show("deal", number, *origin)
