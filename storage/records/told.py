"""The history of things, and the notices that are due to people."""

from collections.abc import Sequence

from domain.deals import Deal
from domain.history import HistoryEntry
from domain.notices import Notice, NoticeKind
from storage.insertion import insert_new
from storage.records.shelf import Shelf
from storage.tables import history, notices
from storage.trace import TRACE


class SqlHistory(Shelf[HistoryEntry]):
    kind, table, missing = HistoryEntry, history, "no_such_entry"

    def of(self, subject: str, number: int, limit: int = 20, offset: int = 0) -> Sequence[HistoryEntry]:
        entries = self._all().where(history.c.subject == subject, history.c.subject_id == number)
        return self._list(entries.order_by(history.c.id.desc()).limit(limit).offset(offset))


class SqlNotices(Shelf[Notice]):
    kind, table, missing = Notice, notices, "no_such_notice"

    def add(self, thing: Notice, /) -> bool:  # type: ignore[override]
        """Inserted at once, so that a key that is there already is no failure. The notice gets its number."""
        if not thing.person.id:
            self.session.add(thing.person)
        self.session.flush()
        columns = (column.key for column in notices.c if column.key not in {"id", "person_id", "deal_id"})
        row = {name: getattr(thing, name) for name in columns}
        row |= {"person_id": thing.person.id, "deal_id": thing.facts.get("deal"), "trace": TRACE.get()}
        number = self.session.scalar(insert_new(self.session, notices, ["key"]).returning(notices.c.id), row)
        thing.id = number or 0
        return number is not None

    def by_key(self, key: str) -> Notice | None:
        return self._first(self._held(self._all().where(notices.c.key == key)))

    def of_deal(self, kind: NoticeKind, deal: Deal) -> Sequence[Notice]:
        about = self._all().where(notices.c.deal_id == deal.id, notices.c.kind == kind)
        return self._list(about.order_by(notices.c.id.desc()))
