"""Blotting: the personal words of an entry go, and the chain still proves that it was written, and when.

The mark of an entry covers a salted digest of its words. Whoever blots it takes salt and words away, and proves with our
key that we did it and what was left. A file that an earlier program wrote, or sealed, is proven anew before, once, if
it is as it was written.
"""

from collections.abc import Collection, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Row, literal, select, tuple_, update

from storage.audit.audit import HistoryAudit
from storage.audit.findings import Finding
from storage.crypto.chain import (
    BLOTTED,
    blotted,
    hold_files,
    hold_totals,
    keep_files,
    link,
    mark_entry,
    salted,
    written,
)
from storage.crypto.sealing import Keys
from storage.mapping import history
from storage.session import Session

GONE = "—"
_STAY = frozenset(
    {"amount", "channel", "deposit", "deposit_was", "given", "kind", "method", "on", "price", "price_was"}
)
"""Facts whose words are the trade's: sums, days, kinds."""
_PROOF = ("salt", "digest", "mark", "seal")


class NotAsWritten(Exception):  # noqa: N818 (it is an answer)
    """A file of the history was tampered with: nobody's words are taken out of it before somebody has looked."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("; ".join(map(str, findings)))


def prove_anew(session: Session, keys: Keys, unmarked_until: int, subject: str, number: int) -> int:
    """Entries without digests get them, and the file is sealed anew; how many. Raises NotAsWritten, and changes nothing.

    Nobody seals meanwhile: whoever does begins with the file of files, as we do.
    """
    hold_totals(session, keys)
    [held] = hold_files(session, [(subject, number)]).values()
    _file, entries, findings = HistoryAudit(session, keys, unmarked_until).of(subject, number)
    if findings:
        raise NotAsWritten(findings)
    sealed = sorted((one for one in entries if one.place is not None), key=lambda one: one.place)
    if all(one.digest for one in entries) and _are_sealed_so(sealed, keys):
        return 0
    before = ""
    for entry in (*sealed, *(one for one in entries if one.place is None)):
        before = _proven(session, keys, entry, before)
    if held.mark:
        held.last_seal = before
        keep_files(session, keys, [held])
    return sum(one.digest is None for one in entries)


def _proven(session: Session, keys: Keys, entry: Row[Any], before: str) -> str:
    """One entry with its digest, sealed to the one before it; its seal, or that one's while it has none."""
    row = SimpleNamespace(**entry._mapping)
    if row.digest is None:
        vars(row).update(salted(row))
        row.mark = mark_entry(row, keys, row.digest)
    if row.place is not None:
        before = row.seal = keys.mark(link(before, row.place, row, written(row, row.digest)))
    proof = {name: getattr(row, name) for name in _PROOF}
    session.connection().execute(update(history).where(history.c.id == row.id).values(proof))
    return before


def _are_sealed_so(sealed: Sequence[Row[Any]], keys: Keys) -> bool:
    """With digests: an earlier program beside this one sealed the words themselves."""
    before = ""
    for entry in sealed:
        if not keys.proves(entry.seal, link(before, entry.place, entry, written(entry, entry.digest))):
            return False
        before = entry.seal
    return True


def files_without_digests(session: Session, after: tuple[str, int], limit: int) -> list[tuple[str, int]]:
    key = tuple_(history.c.subject, history.c.subject_id)
    behind = tuple_(literal(after[0], history.c.subject.type), literal(after[1], history.c.subject_id.type))
    files = select(history.c.subject, history.c.subject_id).where(history.c.digest.is_(None), key > behind)
    rows = session.execute(files.distinct().order_by(history.c.subject, history.c.subject_id).limit(limit))
    return [(row.subject, row.subject_id) for row in rows]


def blot(
    session: Session,
    keys: Keys,
    entries: Sequence[int],
    persons: Collection[int],
    names: Collection[str],
) -> int:
    """Takes the words of these entries away, which have digests; how many. Twice is fine.

    `persons` and `names` say whose words they are; a colleague stays named as who did it.
    """
    done = 0
    for number in entries:
        row = session.execute(select(history).where(history.c.id == number)).one()
        if row.digest is None or (row.salt or "").startswith(BLOTTED):
            continue
        theirs = row.actor_person_id in persons or row.actor in names
        left = {"actor": GONE if theirs and row.actor else row.actor, "facts": without_words(row.facts)}
        proof = keys.mark(blotted(SimpleNamespace(**{**row._mapping, **left})))
        changed = update(history).where(history.c.id == number).values(salt=f"{BLOTTED}{proof}", **left)
        session.connection().execute(changed)
        done += 1
    return done


def without_words(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Numbers and what the trade calls by a word stay; of a list nothing stays."""
    return {name: _left(name, value) for name, value in facts.items()}


def _left(name: str, value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float) or name in _STAY:
        return value
    return [] if isinstance(value, list) else {} if isinstance(value, dict) else GONE
