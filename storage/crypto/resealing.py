"""Passports that are not sealed with the newest key: written in clear by an earlier program, or under an older key."""

from sqlalchemy import select, text, type_coerce, update

from storage.crypto.sealed import place_of
from storage.crypto.sealing import Keys
from storage.engine.columns import Words
from storage.mapping import travellers
from storage.session import Session

# Spelled out as in the index, so that both databases know they may use it.
IN_CLEAR = text("substr(travellers.passport, 1, 7) <> 'sealed:'")
_ROWS = select(travellers.c.id, type_coerce(travellers.c.passport, Words)).order_by(travellers.c.id)


def seal_clear(session: Session, keys: Keys, limit: int) -> int:
    """Seals what an earlier program wrote in clear; how many rows that were."""
    held = _ROWS.where(IN_CLEAR).limit(limit).with_for_update(skip_locked=True)
    rows = session.execute(held).all()
    for number, passport in rows:
        _rewrite(session, keys, number, passport)
    return len(rows)


def reseal(session: Session, keys: Keys, after: int, limit: int) -> int | None:
    """The next rows behind `after`, sealed with the newest key; the last one's number, None when that was all."""
    wanted = _ROWS.where(travellers.c.id > after, travellers.c.passport.is_not(None))
    rows = session.execute(wanted.limit(limit).with_for_update()).all()
    for number, passport in rows:
        if not keys.sealed_by_newest(passport):
            _rewrite(session, keys, number, keys.open(passport, place_of(travellers.c.passport, number)))
    return rows[-1].id if rows else None


def _rewrite(session: Session, keys: Keys, number: int, passport: str) -> None:
    sealed = keys.seal(passport, place_of(travellers.c.passport, number))
    row = update(travellers).where(travellers.c.id == number)
    session.execute(row.values(passport=sealed, passport_hash=keys.hash(passport)))
