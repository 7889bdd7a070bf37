"""A journey is settled by who may decide it, and the owner says what has to be there before."""

from domain.entities.people import Right
from domain.entities.settling import SETTLING, Gate, Settlement, Settling, Writer
from domain.ports.desk import Desk
from domain.queries.settling import missing_of, must_have_travelled, settling_of
from domain.usecases.settings.defining import define
from domain.usecases.settling.opening import open_settlement
from domain.values.refusals import Refusal


def settle_deal(desk: Desk, number: int) -> Settlement:
    """Twice is once. Raises Forbidden, NotFound, Refusal: deal_not_travelled, cards_missing."""
    one = _held(desk, number)
    if one.settled_at is not None:
        return one
    missing = missing_of(desk, one)
    if missing and settling_of(desk).gate is Gate.REQUIRED:
        raise Refusal("cards_missing", number=number, missing=missing)
    one.settled_at, one.settled_by, one.ask_on = desk.now, desk.actor.staff, None
    desk.note("deal", number, "settled", cards=[card.value for card in missing])
    return one


def take_back_settling(desk: Desk, number: int) -> Settlement:
    """It was too early. Twice is once. Raises Forbidden, NotFound, Refusal: deal_not_travelled."""
    one = _held(desk, number)
    if one.settled_at is not None:
        one.settled_at = one.settled_by = None
        desk.note("deal", number, "not_settled")
    return one


def _held(desk: Desk, number: int) -> Settlement:
    desk.must(Right.SETTLE_DEALS)
    deal = desk.repositories.deals.get(number)
    must_have_travelled(desk, deal)
    open_settlement(desk, deal)
    desk.archive.flush()
    held = desk.archive.settlements.held(deal)
    assert held is not None
    return held


def change_gate(desk: Desk, seen: int, gate: Gate) -> None:
    """Raises Forbidden, Refusal: changed_meanwhile."""
    settled = Settling(gate, settling_of(desk).exempt)
    define(desk, SETTLING, settled, seen, "settling_changed", gate=gate.value)


def exempt(desk: Desk, seen: int, writer: Writer) -> None:
    """They write no cards; or do again, if they did not. Raises Forbidden, Refusal: changed_meanwhile."""
    now = settling_of(desk)
    others = tuple(one for one in Writer if (one in now.exempt) is not (one is writer))
    define(
        desk,
        SETTLING,
        Settling(now.gate, others),
        seen,
        "card_writer_exempt" if writer in others else "card_writer_writes",
        writer=writer.value,
    )
