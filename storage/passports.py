"""Passport numbers at rest: sealed to the row they stand in, opened when asked for, found by an exact keyed hash.

The trade sees `Traveller.passport` as ever. A number in clear, written by an earlier program, reads as it is, and is
sealed when its traveller is next changed or by housekeeping, whichever comes first.
"""

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text, update

from domain.entities.travellers import Traveller
from storage.crypto.sealing import Keys, is_sealed
from storage.tables import travellers

if TYPE_CHECKING:
    from storage.session import Session

# Spelled out as in the index, so that both databases know they may use it.
IN_CLEAR = text("substr(travellers.passport, 1, 7) <> 'sealed:'")


def place_of(number: int) -> str:
    return f"travellers.passport:{number}"


def seal_clear(session: "Session", keys: Keys, limit: int) -> int:
    """Seals what an earlier program wrote in clear, or what an older key sealed; how many rows that were."""
    wanted = select(travellers.c.id, travellers.c.passport).order_by(travellers.c.id).limit(limit)
    held = wanted.with_for_update(skip_locked=True)
    rows = session.execute(held.where(IN_CLEAR)).all()
    for number, passport in rows:
        _rewrite(session, keys, number, passport)
    return len(rows)


def reseal(session: "Session", keys: Keys, after: int, limit: int) -> int | None:
    """The next rows behind `after`, sealed with the newest key; the last one's number, None when that was all."""
    wanted = select(travellers.c.id, travellers.c.passport).where(
        travellers.c.id > after, travellers.c.passport.is_not(None)
    )
    rows = session.execute(wanted.order_by(travellers.c.id).limit(limit).with_for_update()).all()
    for number, passport in rows:
        if not keys.sealed_by_newest(passport):
            _rewrite(session, keys, number, keys.open(passport, place_of(number)))
    return rows[-1].id if rows else None


def _rewrite(session: "Session", keys: Keys, number: int, passport: str) -> None:
    sealed = keys.seal(passport, place_of(number))
    row = update(travellers).where(travellers.c.id == number)
    session.execute(row.values(passport=sealed, passport_hash=keys.hash(passport)))


def sealed(traveller: Any, session: "Session") -> dict[str, Any]:
    """For the row of a traveller who has a number already: it is sealed to that."""
    kept: str | None = traveller._passport
    if kept is None:
        return {"passport": None, "passport_hash": None}
    if is_sealed(kept):
        return {}
    traveller._keys = keys = session.must_have_keys()
    traveller._passport = keys.seal(kept, place_of(traveller.id))
    return {"passport": traveller._passport, "passport_hash": keys.hash(kept)}


def _read(traveller: Any) -> str | None:
    kept: str | None = traveller._passport
    if kept is None or not is_sealed(kept):
        return kept
    keys: Keys = traveller._keys
    return keys.open(kept, place_of(traveller.id))


def _write(traveller: Any, number: str | None) -> None:
    traveller._passport = number


Traveller.passport = property(_read, _write)  # type: ignore[assignment]
