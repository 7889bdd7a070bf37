"""Documents as the previous release writes them, carried over to stored files. Goes with the file columns of documents.

That release goes on beside this one until it is stopped: it adds documents without a stored file, fetches, and seals files
anew under other names. What it wrote into a document's own columns is the newer word wherever the two differ, because
this program always writes both in one transaction.
"""

from typing import Any

from sqlalchemy import Row, and_, insert, or_, select, update

from domain.entities.documents import DOCUMENT_FILE, DocumentState
from storage.mapping import documents, stored_files
from storage.mapping.file_columns import COPIED
from storage.unit import SqlUnit

AT_ONCE = 100
"""Documents in one transaction."""

LOOKED_THROUGH = 1000
"""Documents in one look for those that differ."""

NOT_WANTED = "rejected"
"""Why a file was refused whose document was rejected before anybody fetched it."""


def anything_new(unit: SqlUnit) -> bool:
    """Whether a document has no stored file yet."""
    without = select(documents.c.id).where(documents.c.stored_file_id.is_(None)).order_by(documents.c.id)
    return unit.session.scalars(without.limit(1)).first() is not None


def carry_over(unit: SqlUnit) -> int:
    """Makes stored files for a portion of the documents that have none; how many. Twice is fine."""
    without = select(documents).where(documents.c.stored_file_id.is_(None))
    rows = unit.session.execute(without.order_by(documents.c.id).limit(AT_ONCE)).all()
    for row in rows:
        made = unit.session.execute(insert(stored_files).values(_file_of(row)))
        [number] = made.inserted_primary_key  # type: ignore[attr-defined]
        unit.session.execute(update(documents).where(documents.c.id == row.id).values(stored_file_id=number))
    return len(rows)


def differing(unit: SqlUnit, after: int) -> tuple[int | None, dict[int, dict[str, Any]]]:
    """Looks through the documents after this number: how far, None at the end; and what their stored files should say."""
    numbers = select(documents.c.id).where(documents.c.id > after).order_by(documents.c.id)
    last = unit.session.scalars(numbers.limit(LOOKED_THROUGH)).all()[-1:]
    if not last:
        return None, {}
    here, there = documents.c, stored_files.c
    differs = or_(there.content_hash.is_(None), there.content_hash != here.content_hash)
    wanted = (
        select(here.stored_file_id, here.content_hash, here.mime)
        .join(stored_files, there.id == here.stored_file_id)
        .where(and_(here.id > after, here.id <= last[0], here.content_hash.is_not(None), differs))
    )
    rows = unit.session.execute(wanted).all()
    return last[0], {row.stored_file_id: {"content_hash": row.content_hash, "mime": row.mime} for row in rows}


def bring_into_line(unit: SqlUnit, after: int) -> None:
    """The stored files of these documents say what those say."""
    _last, files = differing(unit, after)
    for number, facts in files.items():
        unit.session.execute(update(stored_files).where(stored_files.c.id == number).values(facts))


def _file_of(row: Row[Any]) -> dict[str, Any]:
    facts = {name: getattr(row, column) for column, name in COPIED.items()}
    rejected = row.state == DocumentState.REJECTED and row.content_hash is None
    reason = row.reason or ""
    refused = reason if reason.startswith("content_") else NOT_WANTED
    return facts | {"purpose": DOCUMENT_FILE, "refused": refused if rejected else None}
