"""A supplier answers behind a link of their own: it is made and closed by a colleague, looked at, and answered by.

Whoever has the link acts as nobody: the agency itself does it at their word, and only with the service that the link names.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.entities.services import (
    LINK_VALID,
    MOST_ANSWERS,
    Service,
    ServiceStatus,
    SupplierAnswer,
)
from domain.notices.services import SUPPLIER_ANSWERED
from domain.ports.desk import Desk
from domain.queries.services import holders, service_to_change
from domain.values.refusals import NotFound, Refusal

ONE_LOOK = timedelta(minutes=1)
"""Who looks again within that has looked once."""


def give_supplier_link(desk: Desk, number: int) -> str:
    """A token for whoever answers; only its hash is kept. One whose time is over is closed by it.

    Raises Forbidden, NotFound, Refusal: service_over, link_open (a second tap must not close what was just sent).
    """
    service_to_change(desk, number)
    one = desk.repositories.services.locked(number)
    one.must_be_live()
    if one.link_until is not None and one.link_until > desk.now:
        raise Refusal("link_open")
    token = desk.tokens()
    one.link_hash, one.link_until = _hash(token), desk.now + LINK_VALID
    one.link_by = desk.actor.staff
    one.looks, one.looked_at, one.answers = 0, None, 0
    desk.note("service", one.id, "link_given", on=one.link_until.date().isoformat())
    return token


def close_supplier_link(desk: Desk, number: int) -> Service:
    """Raises Forbidden, NotFound, Refusal: service_over, link_closed."""
    service_to_change(desk, number)
    one = desk.repositories.services.locked(number)
    if one.link_hash is None:
        raise Refusal("link_closed")
    one.closes_link()
    desk.note("service", one.id, "link_closed")
    return one


def look_by_link(desk: Desk, token: str) -> Service:
    """What is to be confirmed; the look is recorded. Raises NotFound: link_closed, for all that are no more alike."""
    one = _opened(desk, token)
    if one.looked_at is None or desk.now - one.looked_at >= ONE_LOOK:
        one.looks += 1
        one.looked_at = desk.now
        desk.note("service", one.id, "looked_at", looks=one.looks)
    return one


def peek_by_link(desk: Desk, token: str) -> Service:
    """For a robot that draws previews: that is no look. Raises NotFound: link_closed."""
    return _named(desk, token)


@dataclass(frozen=True)
class Said:
    """What a supplier says: with their number, or the other time by the clock where it begins."""

    answer: SupplierAnswer
    number: str | None = None
    at: datetime | None = None
    words: str | None = None


def answer_by_link(desk: Desk, token: str, said: Said) -> Service:
    """It lands on the deal, and whoever holds it is told; the same once more is once.

    Raises NotFound: link_closed, Refusal: time_wanted, answered_too_often.
    """
    one = _opened(desk, token)
    if said.answer is SupplierAnswer.ANOTHER_TIME and said.at is None:
        raise Refusal("time_wanted")
    if _is_said(one, said):
        return one
    if one.answers >= MOST_ANSWERS:
        raise Refusal("answered_too_often")
    _becomes(one, said)
    one.answer, one.answered_at, one.supplier_words = said.answer, desk.now, said.words
    one.answers += 1
    one.looks_ahead(desk.today)
    _record(desk, one, said)
    for member in holders(desk, one):
        key = f"{one.id}:{one.link_hash}:{one.answers}"
        desk.notify(member.person, SUPPLIER_ANSWERED, key, service=one.id, deal=one.deal.id)
    return one


def accept_time(desk: Desk, number: int) -> Service:
    """The other time holds, and it is confirmed. Raises Forbidden, NotFound, Refusal: service_over, nothing_proposed."""
    one = _to_decide(desk, number)
    at = one.accepts()
    one.looks_ahead(desk.today)
    desk.note("service", one.id, "time_accepted", becomes=at.isoformat())
    desk.note("deal", one.deal.id, "service_confirmed", booked=one.kind.value, title=one.title)
    return one


def decline_time(desk: Desk, number: int) -> Service:
    """It stays as it was asked for. Raises Forbidden, NotFound, Refusal: service_over, nothing_proposed."""
    one = _to_decide(desk, number)
    if one.proposed is None:
        raise Refusal("nothing_proposed")
    desk.note("service", one.id, "time_declined", becomes=one.proposed.isoformat())
    one.proposed = None
    return one


def _to_decide(desk: Desk, number: int) -> Service:
    service_to_change(desk, number)
    one = desk.repositories.services.locked(number)
    one.must_be_live()
    return one


def _becomes(one: Service, said: Said) -> None:
    one.proposed = None
    if said.answer is SupplierAnswer.CONFIRMED:
        one.status, one.confirmation = ServiceStatus.CONFIRMED, said.number or one.confirmation
    elif said.answer is SupplierAnswer.REFUSED:
        one.status = ServiceStatus.REFUSED
    else:
        one.status, one.proposed = ServiceStatus.ASKED, said.at


def _is_said(one: Service, said: Said) -> bool:
    """Sent twice, or a page that was loaded anew."""
    same = one.answer is said.answer and one.supplier_words == said.words
    number = said.number is None or said.number == one.confirmation
    return same and number and (said.at is None or said.at == one.proposed)


def _record(desk: Desk, one: Service, said: Said) -> None:
    """As the supplier's word: nobody of ours did it."""
    at = said.at.isoformat() if said.at else None
    desk.note(
        "service",
        one.id,
        f"supplier_{said.answer.value}",
        confirmation=said.number,
        becomes=at,
        text=said.words,
    )
    if said.answer is not SupplierAnswer.ANOTHER_TIME:
        what = f"service_{said.answer.value}"
        desk.note("deal", one.deal.id, what, booked=one.kind.value, title=one.title)


def _opened(desk: Desk, token: str) -> Service:
    """Locked."""
    named = _named(desk, token)
    one = desk.archive.services.locked(named.id)
    if one.link_hash != _hash(token):
        raise NotFound("link_closed")
    one.must_be_answerable(desk.now)
    return one


def _named(desk: Desk, token: str) -> Service:
    found = desk.archive.services.by_link(_hash(token))
    if found is None:
        raise NotFound("link_closed")
    found.must_be_answerable(desk.now)
    return found


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
