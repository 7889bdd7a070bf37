"""Passport numbers at rest: sealed to the row they stand in, opened when asked for, found by an exact keyed hash.

The trade sees `Traveller.passport` as ever. A number in clear, written by an earlier program, reads as it is, and is
sealed when its traveller is next changed or by housekeeping, whichever comes first.
"""

from typing import Any

from sqlalchemy import event, select, text, update
from sqlalchemy.orm import Session, object_session, synonym
from sqlalchemy.orm.attributes import set_committed_value

from domain.deals import Traveller
from storage.sealing import Keys, is_sealed
from storage.tables import travellers

# Spelled out as in the index, so that both databases know they may use it.
IN_CLEAR = text("substr(travellers.passport, 1, 7) <> 'sealed:'")


def columns() -> dict[str, Any]:
    """How a traveller's number is laid onto its columns."""
    return {
        "_passport": travellers.c.passport,
        "_passport_hash": travellers.c.passport_hash,
        "passport": synonym("_passport", descriptor=property(_read, _write)),
    }


def listen() -> None:
    event.listen(Traveller, "load", _remember_keys)
    event.listen(Traveller, "before_insert", _hold_back)
    event.listen(Traveller, "after_insert", _seal_new)
    event.listen(Traveller, "before_update", _seal_changed)


def place_of(number: int) -> str:
    return f"travellers.passport:{number}"


def seal_clear(session: Session, keys: Keys, limit: int) -> int:
    """Seals what an earlier program wrote in clear, or what an older key sealed; how many rows that were."""
    wanted = select(travellers.c.id, travellers.c.passport).order_by(travellers.c.id).limit(limit)
    held = wanted.with_for_update(skip_locked=True)
    rows = session.execute(held.where(IN_CLEAR)).all()
    for number, passport in rows:
        _rewrite(session, keys, number, passport)
    return len(rows)


def reseal(session: Session, keys: Keys, after: int, limit: int) -> int | None:
    """The next rows behind `after`, sealed with the newest key; the last one's number, None when that was all."""
    wanted = select(travellers.c.id, travellers.c.passport).where(
        travellers.c.id > after, travellers.c.passport.is_not(None)
    )
    rows = session.execute(wanted.order_by(travellers.c.id).limit(limit).with_for_update()).all()
    for number, passport in rows:
        if not keys.sealed_by_newest(passport):
            _rewrite(session, keys, number, keys.open(passport, place_of(number)))
    return rows[-1].id if rows else None


def _rewrite(session: Session, keys: Keys, number: int, passport: str) -> None:
    sealed = keys.seal(passport, place_of(number))
    row = update(travellers).where(travellers.c.id == number)
    session.execute(row.values(passport=sealed, passport_hash=keys.hash(passport)))


def _read(traveller: Any) -> str | None:
    kept: str | None = traveller._passport
    if kept is None or not is_sealed(kept):
        return kept
    keys: Keys = traveller._keys
    return keys.open(kept, place_of(traveller.id))


def _write(traveller: Any, number: str | None) -> None:
    traveller._passport = number


def _remember_keys(traveller: Any, context: Any) -> None:
    traveller._keys = context.session.info["keys"]


def _hold_back(_mapper: Any, _connection: Any, traveller: Any) -> None:
    """A new row has no number to be sealed to yet: it comes without the passport, which follows at once."""
    traveller._keys = _keys_of(traveller)
    traveller._clear, traveller._passport = traveller._passport, None
    traveller._passport_hash = traveller._keys.hash(traveller._clear) if traveller._clear else None


def _seal_new(_mapper: Any, connection: Any, traveller: Any) -> None:
    clear = traveller.__dict__.pop("_clear")
    if clear is None:
        return
    sealed = traveller._keys.seal(clear, place_of(traveller.id))
    connection.execute(update(travellers).where(travellers.c.id == traveller.id).values(passport=sealed))
    set_committed_value(traveller, "_passport", sealed)


def _seal_changed(_mapper: Any, _connection: Any, traveller: Any) -> None:
    kept: str | None = traveller._passport
    if kept is not None and is_sealed(kept):
        return
    traveller._keys = _keys_of(traveller)
    traveller._passport = traveller._keys.seal(kept, place_of(traveller.id)) if kept else None
    traveller._passport_hash = traveller._keys.hash(kept) if kept else None


def _keys_of(traveller: Any) -> Keys:
    session = object_session(traveller)
    assert session is not None
    keys: Keys = session.info["keys"]
    return keys
