"""Reasons for losing deals and closing inquiries: one more, one fewer, never one that cannot be read any more."""

from domain.entities.reasons import REASONS, Reasons, check_reasons
from domain.ports.desk import Desk
from domain.usecases.settings.defining import define, fits
from domain.values.labels import Labels
from domain.values.refusals import Refusal


@fits(REASONS)
def reasons_fit(desk: Desk, key: str, value: Reasons | None) -> None:
    """Raises Refusal (see `domain.entities.reasons.check_reasons`); reason_in_use when a word would be lost."""
    known = desk.agency.definitions.one(REASONS, key)
    lost = {*known.own} - {*value.own} if value is not None else {*known.own}
    if lost:
        raise Refusal("reason_in_use")
    if value is not None:
        check_reasons(key, value)


def add_reason(desk: Desk, seen: int, of: str, labels: Labels) -> None:
    """It is offered from now on. Raises Forbidden, NotFound, Refusal."""
    reasons = _reasons(desk, of)
    first = next(iter(labels.values()), "")
    define(desk, REASONS, reasons.with_(of, labels), seen, "reason_added", key=of, ending=of, label=first)


def retire_reason(desk: Desk, seen: int, of: str, key: str) -> None:
    """It is not offered any more; where it was given it stays readable. Raises Forbidden, NotFound, Refusal."""
    reasons = _reasons(desk, of)
    lost = _told(reasons, key)
    define(desk, REASONS, reasons.without(key), seen, "reason_retired", key=of, ending=of, lost=lost)


def offer_reason_again(desk: Desk, seen: int, of: str, key: str) -> None:
    """Raises Forbidden, NotFound, Refusal: too_many_reasons."""
    reasons = _reasons(desk, of)
    lost = _told(reasons, key)
    define(desk, REASONS, reasons.again(key), seen, "reason_again", key=of, ending=of, lost=lost)


def _told(reasons: Reasons, key: str) -> str:
    """As the history keeps it: the key of a shipped one, whose words we have; else the agency's own words."""
    return next(iter(reasons.own[key].values())) if key in reasons.own else key


def _reasons(desk: Desk, of: str) -> Reasons:
    return desk.agency.definitions.one(REASONS, of)
