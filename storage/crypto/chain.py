"""The history as a chain: every entry is marked when it is written, and a little later sealed to the one before it.

The mark proves that the entry was written by a program that has the secret, and as it stands. The seal ties it to
its place in its file (all entries of one deal, say); how many entries a file has is noted under a mark of its own, and
how many files there are in all. So an entry that was changed, forged, moved or removed shows.

Mark and seal cover a salted digest of the entry's words, not the words. So somebody's words can be taken away, with the
salt, and the chain still proves the rest (`storage/crypto/blotting.py`).
"""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

import orjson
from sqlalchemy import bindparam, insert, select, tuple_, update

from storage.crypto.sealing import Keys
from storage.engine.insertion import insert_new
from storage.mapping import history, history_files
from storage.session import Session

BATCH = 500
ALL = ("", 0)
"""The file of files: how many entries and files there are in all."""

BLOTTED = "blotted:"
"""Begins what stands in place of the salt of an entry whose words were taken away; a proof follows that we did it."""

_NONCE = 6
_SALT = 16


@dataclass
class File:
    """How far one file is sealed. In the file of files `last_seal` is the number of files."""

    subject: str
    subject_id: int
    entries: int = 0
    last_seal: str = ""
    mark: str = ""

    def told(self) -> bytes:
        return f"file:{self.subject}:{self.subject_id}:{self.entries}:{self.last_seal}".encode()


def salted(entry: Any) -> dict[str, str]:
    """The salt and the digest of an entry's words."""
    salt = os.urandom(_SALT).hex()
    return {"salt": salt, "digest": digest_of(salt, entry)}


def digest_of(salt: str, entry: Any) -> str:
    return blake2b(salt.encode() + words_of(entry), digest_size=24).hexdigest()


def words_of(entry: Any) -> bytes:
    """What may be somebody's to take away: who did it, and all that is told of it."""
    return orjson.dumps([entry.actor, entry.facts], option=orjson.OPT_SORT_KEYS)


def words_fit(entry: Any, keys: Keys) -> bool:
    """Whether a row's words are those of its digest, or were taken away by us; without a digest its mark covers them."""
    if entry.digest is None:
        return entry.salt is None
    if (entry.salt or "").startswith(BLOTTED):
        return keys.proves(entry.salt.removeprefix(BLOTTED), blotted(entry))
    return entry.salt is not None and digest_of(entry.salt, entry) == entry.digest


def blotted(entry: Any) -> bytes:
    """What the proof of a blotting is made of, with the words that were left."""
    return f"blotted:{entry.id}:{entry.digest}:".encode() + words_of(entry)


def written(entry: Any, digest: str | None = None) -> bytes:
    """What was written, always in the same words: of an entry of the trade and of a row alike.

    Whose branch it is does not count: a deal may change hands.
    """
    at: datetime = entry.at
    if digest is None:
        return in_clear(entry)
    told = [entry.subject, entry.subject_id, entry.what, at.astimezone(UTC).isoformat()]
    return orjson.dumps([*told, entry.actor_person_id, {"words": digest}])


def in_clear(entry: Any) -> bytes:
    """As programs wrote it, and sealed it, that knew no digests."""
    at: datetime = entry.at
    told = [
        entry.subject,
        entry.subject_id,
        entry.what,
        at.astimezone(UTC).isoformat(),
        entry.actor,
        entry.actor_person_id,
        entry.facts,
    ]
    return orjson.dumps(told, option=orjson.OPT_SORT_KEYS)


def mark_entry(entry: Any, keys: Keys, digest: str | None) -> str:
    """For an entry on its way into the history. No two are alike, so that a copy shows."""
    nonce = os.urandom(_NONCE).hex()
    return f"{nonce}{keys.mark(nonce.encode() + written(entry, digest))}"


def is_marked(mark: str, what: bytes, keys: Keys) -> bool:
    """Whether this is the mark of what was written."""
    nonce, proof = mark[: 2 * _NONCE], mark[2 * _NONCE :]
    return keys.proves(proof, nonce.encode() + what)


def link(before: str, place: int, entry: Any, what: bytes) -> bytes:
    """What the seal of an entry is made of; `what` is what was written."""
    return orjson.dumps([before, place, entry.id, entry.mark]) + what


def seal_history(session: Session, keys: Keys, limit: int = BATCH) -> int:
    """Seals what was written since the last time, in the order of its numbers; how many entries that were.

    Of several processes one does it at a time: all begin with the file of files.
    """
    if session.execute(_UNSEALED.limit(1)).first() is None:
        return 0
    totals = hold_totals(session, keys)
    rows = session.execute(_UNSEALED.limit(limit)).all()
    if not rows:
        return 0  # another process was quicker
    files = hold_files(session, sorted({(row.subject, row.subject_id) for row in rows}))
    sealed = []
    for row in rows:
        file = files[row.subject, row.subject_id]
        file.entries += 1
        file.last_seal = keys.mark(link(file.last_seal, file.entries, row, written(row, row.digest)))
        sealed.append({"number": row.id, "place": file.entries, "seal": file.last_seal})
    session.connection().execute(_SEAL, sealed)
    totals.entries += len(rows)
    totals.last_seal = str(int(totals.last_seal) + sum(not file.mark for file in files.values()))
    keep_files(session, keys, [*files.values(), totals])
    return len(rows)


def hold_totals(session: Session, keys: Keys) -> File:
    first = File(*ALL, last_seal="0")
    first.mark = keys.mark(first.told())
    session.execute(insert_new(session, history_files, "subject", "subject_id"), vars(first))
    return hold_files(session, [ALL])[ALL]


def hold_files(session: Session, wanted: list[tuple[str, int]]) -> dict[tuple[str, int], File]:
    """The files, nobody else's until the transaction ends; new ones where there are none."""
    key = tuple_(history_files.c.subject, history_files.c.subject_id)
    rows = session.execute(select(history_files).where(key.in_(wanted)).with_for_update())
    found = {(row.subject, row.subject_id): File(**row._mapping) for row in rows}
    return {each: found.get(each) or File(*each) for each in wanted}


def keep_files(session: Session, keys: Keys, files: list[File]) -> None:
    fresh = [file for file in files if not file.mark]
    known = [file for file in files if file.mark]
    for file in files:
        file.mark = keys.mark(file.told())
    if fresh:
        session.connection().execute(insert(history_files), [vars(file) for file in fresh])
    if known:
        session.connection().execute(_GROW, [_renamed(file) for file in known])


def _renamed(file: File) -> dict[str, Any]:
    row = vars(file).copy()
    return row | {"of": row.pop("subject"), "number": row.pop("subject_id")}


_UNSEALED = select(history).where(history.c.seal.is_(None)).order_by(history.c.id)
_SEAL = update(history).where(history.c.id == bindparam("number"))
_GROW = update(history_files).where(
    history_files.c.subject == bindparam("of"), history_files.c.subject_id == bindparam("number")
)
