"""The history, notices and backups, in memory."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from domain.entities.backups import Backup, BackupState
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.history import SUBJECTS, HistoryEntry, Reach
from domain.entities.notices import Notice, NoticeKind, NoticeState
from domain.entities.people import Person
from domain.entities.timeline import told_as
from domain.ports.backups import Backups
from domain.ports.history import History
from domain.ports.notices import Notices
from tests.memory.shelf import Shelf, Things, in_memory, newest, page

_UNDELIVERED = (NoticeState.WAITING, NoticeState.SENDING)


class MemoryHistory(Shelf[HistoryEntry]):
    kind, missing = HistoryEntry, "no_such_entry"

    def add(self, entry: HistoryEntry) -> None:
        self.hold(entry)
        self.things.flush()

    def of(self, subject: str, number: int, limit: int = 20, offset: int = 0) -> Sequence[HistoryEntry]:
        found = (one for one in self.all_seen() if (one.subject, one.subject_id) == (subject, number))
        return page(newest(found, lambda one: one.id), limit, offset)

    def timeline(
        self, client: Client, kinds_told: Collection[str], older: int | None, newer: int | None, limit: int
    ) -> Sequence[HistoryEntry]:
        told = [
            one
            for one in self.all_seen()
            if told_as(one.subject, one.what) in kinds_told and self._is_of(one, client)
        ]
        if newer is not None:
            return page([one for one in told if one.id > newer], limit)
        return page(
            newest((one for one in told if older is None or one.id < older), lambda one: one.id), limit
        )

    def _is_of(self, entry: HistoryEntry, client: Client) -> bool:
        about = next((one for one in self.things.named(entry.subject) if one.id == entry.subject_id), None)
        file = about if isinstance(about, Client) else getattr(about, "client", None)
        return file is not None and client.id in (file.id, file.merged_into)

    def of_several(
        self, subject: str, numbers: Collection[int], since: datetime, before: datetime, limit: int
    ) -> Sequence[HistoryEntry]:
        found = [one for number in numbers for one in self.of(subject, number, 10**6)]
        return page(newest((one for one in found if since <= one.at < before), lambda one: one.id), limit)

    def sees(self, thing: HistoryEntry) -> bool:
        return self.reaches(thing.branch) and self.reaches(self._branch(thing))

    def _branch(self, entry: HistoryEntry) -> int | None:
        if SUBJECTS[entry.subject].reach is Reach.EVERYBODYS:
            return None
        return _branch_of(self.things.named(entry.subject), entry.subject_id)


def _branch_of(things: Iterable[Any], number: int) -> int | None:
    return next((one.branch for one in things if one.id == number), None)


class MemoryNotices(Shelf[Notice]):
    kind, missing = Notice, "no_such_notice"

    def add(self, notice: Notice) -> bool:
        if any(one.key == notice.key for one in self.things.of(Notice)):
            return False
        self.hold(notice)
        self.things.flush()
        return True

    def by_key(self, key: str) -> Notice | None:
        return next((one for one in self.all_seen() if one.key == key), None)

    def sent_as(self, number: int, keys: Collection[str]) -> Notice | None:
        sent = (one for one in self.all_seen() if number in (one.sent_as, one.copy_id) and one.key in keys)
        return next(sent, None)

    def told_under(self, keys: Collection[str]) -> Sequence[Notice]:
        return sorted((one for one in self.all_seen() if one.key in keys), key=lambda one: one.id)

    def undelivered_to(self, person: Person) -> Sequence[Notice]:
        theirs = (one for one in self.things.of(Notice) if one.person is person and one.state in _UNDELIVERED)
        return sorted(theirs, key=lambda one: (one.due_at, one.id))

    def decide(self, becomes: NoticeState) -> int:
        doubtful = [one for one in self.things.of(Notice) if one.state is NoticeState.UNCERTAIN]
        for one in doubtful:
            one.state = becomes
        return len(doubtful)

    def count_uncertain(self) -> int:
        return sum(one.state is NoticeState.UNCERTAIN for one in self.things.of(Notice))

    def about(self, deals: Sequence[Deal], kinds: Collection[NoticeKind]) -> Sequence[Notice]:
        numbers = {deal.id for deal in deals}
        found = (one for one in self.all_seen() if one.facts.get("deal") in numbers and one.kind in kinds)
        return newest(found, lambda one: one.id)

    def sees(self, thing: Notice) -> bool:
        deal = thing.facts.get("deal")
        return deal is None or self.reaches(_branch_of(self.things.of(Deal), deal))


class MemoryBackups(Shelf[Backup]):
    kind, missing = Backup, "no_such_backup"

    def add(self, backup: Backup) -> bool:
        if any(one.key == backup.key for one in self.all_seen()):
            return False
        self.hold(backup)
        self.things.flush()
        return True

    def unfinished(self) -> Sequence[Backup]:
        return self._in(BackupState.WANTED, BackupState.MAKING)[::-1]

    def last_good(self) -> Backup | None:
        return next(iter(self._in(BackupState.GOOD)), None)

    def last(self) -> Backup | None:
        return next(iter(self._in(BackupState.GOOD, BackupState.FAILED)), None)

    def since(self, night: datetime) -> Sequence[Backup]:
        everything = self._in(*BackupState)
        return [one for one in everything if one.asked_at >= night and one.key.startswith("night:")]

    def _in(self, *states: BackupState) -> list[Backup]:
        found = (one for one in self.all_seen() if one.state in states)
        return newest(found, lambda one: (one.asked_at, one.id))


@in_memory
def history(things: Things, reach: int | None) -> History:
    return MemoryHistory(things, reach)


@in_memory
def notices(things: Things, reach: int | None) -> Notices:
    return MemoryNotices(things, reach)


@in_memory
def backups(things: Things, reach: int | None) -> Backups:
    return MemoryBackups(things, reach)
