"""The audit of the history: walks all files and names what is not as it was written. It only looks.

Walked in pages, so that millions of entries need little memory and nobody waits long behind it; each page is a steady
view of whole files.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, literal, select, tuple_

from storage.audit.findings import CHANGED, COPIED, FORGED, MOVED, REMOVED, UNCOUNTED, UNREADABLE, Finding
from storage.audit.reconciliation import wrong_payments
from storage.crypto.chain import ALL, File, in_clear, is_marked, link, words_fit, written
from storage.crypto.sealing import Keys
from storage.mapping import deals, history, history_files
from storage.session import Session

PAGE = 1000
MOST = 20
"""So many removed entries of one file are named one by one."""
Key = tuple[str, int]


@dataclass
class Page:
    """What one page showed. `last` is where the next one begins, None after the last."""

    findings: list[Finding] = field(default_factory=list)
    files: int = 0
    entries: int = 0
    unsealed: int = 0
    counted: int = 0
    last: Key | None = None


class HistoryAudit:
    """Within one transaction."""

    def __init__(self, session: Session, keys: Keys, unmarked_until: int) -> None:
        self._session = session
        self._keys = keys
        self._unmarked_until = unmarked_until

    def totals(self) -> File | None:
        """How many entries and files are sealed in all; None when that note is missing or was changed."""
        found = self._session.execute(select(history_files).where(_key(history_files) == _at(ALL))).first()
        file = File(**found._mapping) if found else None
        return file if file and self._keys.proves(file.mark, file.told()) else None

    def without_file(self) -> list[Finding]:
        """Deals of which nothing is told at all."""
        told = select(history.c.id).where(history.c.subject == "deal", history.c.subject_id == deals.c.id)
        numbers = self._session.scalars(select(deals.c.id).where(~told.exists()).limit(MOST))
        return [Finding(f"its whole history is {REMOVED}", "deal", number) for number in numbers]

    def page(self, after: Key, size: int = PAGE) -> Page:
        """The files behind that one, as many as have about so many entries."""
        last = self._last(after, size)
        files = self._files(after, last)
        page = Page(last=last)
        rows = self._read(_between(history, after, last), page.findings)
        page.entries = len(rows)
        by_file: dict[Key, list[Row[Any]]] = {key: [] for key in files}
        for row in rows:
            by_file.setdefault((row.subject, row.subject_id), []).append(row)
        page.files = len(by_file)
        for key, entries in by_file.items():
            page.unsealed += sum(entry.seal is None for entry in entries)
            page.counted += files[key].entries if key in files else 0
            page.findings += self._file(key, files.get(key), entries)
        page.findings += wrong_payments(
            self._session, {n: e for (of, n), e in by_file.items() if of == "deal"}
        )
        return page

    def of(self, subject: str, number: int) -> tuple[File | None, Sequence[Row[Any]], list[Finding]]:
        """One file, its entries in order, and what is not as it was written."""
        key, findings = (subject, number), list[Finding]()
        one = (history.c.subject == subject) & (history.c.subject_id == number)
        entries = self._read(one, findings)
        found = self._session.execute(select(history_files).where(_key(history_files) == _at(key))).first()
        file = File(**found._mapping) if found else None
        return file, entries, [*findings, *self._file(key, file, entries)]

    def _last(self, after: Key, size: int) -> Key | None:
        """Whole files only: the last one of a full page is left to the next, unless it is the only one."""
        keys = self._session.execute(_KEYS.where(_key(history) > _at(after)).limit(size)).all()
        if len(keys) < size:
            return None
        cut = _key_of(keys[-1])
        return next((_key_of(key) for key in reversed(keys) if _key_of(key) != cut), cut)

    def _read(self, wanted: ColumnElement[bool], findings: list[Finding]) -> Sequence[Row[Any]]:
        """What cannot even be read any more (a date that is none, say) is set aside."""
        try:
            return self._session.execute(_ENTRIES.where(wanted)).all()
        except ValueError:
            keys = self._session.execute(_KEYS.add_columns(history.c.id).where(wanted)).all()
        rows: list[Row[Any]] = []
        for subject, subject_id, number in keys:
            try:
                rows += self._session.execute(_ENTRIES.where(history.c.id == number)).all()
            except ValueError:
                findings.append(Finding(UNREADABLE, subject, subject_id, number))
        return rows

    def _files(self, after: Key, last: Key | None) -> dict[Key, File]:
        behind = _between(history_files, after, last) & (_key(history_files) != _at(ALL))
        rows = self._session.execute(select(history_files).where(behind))
        return {_key_of(row): File(**row._mapping) for row in rows}

    def _file(self, key: Key, file: File | None, entries: Sequence[Row[Any]]) -> Iterator[Finding]:
        told = {entry.id: written(entry, entry.digest) for entry in entries}
        suspects = {
            entry.id: Finding(what, *key, entry.id, entry.place)
            for entry, what in self._suspects(entries, told)
        }
        yield from suspects.values()
        sealed = [entry for entry in entries if entry.place is not None]
        # Of two in one place the innocent one has it.
        sealed.sort(key=lambda entry: (entry.place, entry.id in suspects, entry.id))
        before, place = "", 0
        for entry in sealed:
            if entry.place <= place:
                if entry.id not in suspects:
                    yield Finding(FORGED, *key, entry.id, entry.place)
                continue
            gone = range(place + 1, entry.place)
            yield from _removed(key, gone)
            if not gone and entry.id not in suspects and not self._linked(before, entry, told[entry.id]):
                yield Finding(CHANGED if entry.mark is None else MOVED, *key, entry.id, entry.place)
            before, place = entry.seal, entry.place
        yield from self._end(key, file, before, place)

    def _end(self, key: Key, file: File | None, before: str, place: int) -> Iterator[Finding]:
        """Whether the file is as long as was noted."""
        if file is None:
            if place:
                yield Finding(UNCOUNTED, *key)
        elif not self._keys.proves(file.mark, file.told()) or place > file.entries:
            yield Finding(UNCOUNTED, *key)
        elif place < file.entries:
            yield from _removed(key, range(place + 1, file.entries + 1))
        elif before != file.last_seal:
            yield Finding(MOVED, *key, None, place)

    def _suspects(
        self, entries: Sequence[Row[Any]], told: dict[int, bytes]
    ) -> Iterator[tuple[Row[Any], str]]:
        """Entries that were changed or forged, by themselves."""
        seen = set()
        for entry in entries:
            if entry.mark is None:
                if entry.id > self._unmarked_until:
                    yield entry, FORGED
            elif entry.mark in seen:
                yield entry, COPIED
            elif not is_marked(entry.mark, told[entry.id], self._keys) or not words_fit(entry, self._keys):
                yield entry, CHANGED
            seen.add(entry.mark)

    def _linked(self, before: str, entry: Row[Any], what: bytes) -> bool:
        """An entry of ours may have been sealed by an earlier program beside this one, which knew no digests."""
        ways = [what] if entry.digest is None else [what, in_clear(entry)]
        return entry.seal is not None and any(
            self._keys.proves(entry.seal, link(before, entry.place, entry, way)) for way in ways
        )


def _removed(key: Key, places: range) -> Iterator[Finding]:
    yield from (Finding(REMOVED, *key, None, place) for place in places[:MOST])
    if len(places) > MOST:
        yield Finding(f"{len(places) - MOST} more {REMOVED}", *key)


def _key(table: Any) -> ColumnElement[Any]:
    return tuple_(table.c.subject, table.c.subject_id)


def _between(table: Any, after: Key, last: Key | None) -> ColumnElement[bool]:
    behind = _key(table) > _at(after)
    return behind if last is None else and_(behind, _key(table) <= _at(last))


def _at(key: Key) -> ColumnElement[Any]:
    subject, number = key
    return tuple_(literal(subject, history.c.subject.type), literal(number, history.c.subject_id.type))


def _key_of(row: Any) -> Key:
    return row.subject, row.subject_id


_IN_ORDER = history.c.subject, history.c.subject_id, history.c.id
_ENTRIES = select(history).order_by(*_IN_ORDER)
_KEYS = select(history.c.subject, history.c.subject_id).order_by(*_IN_ORDER)
