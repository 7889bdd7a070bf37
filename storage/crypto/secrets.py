"""The house's own secrets within one transaction: which key is in use, and what still waits to be sealed."""

from collections.abc import Collection, Sequence

from sqlalchemy import exists, func, insert, select

from storage.audit.audit import HistoryAudit
from storage.audit.findings import Finding
from storage.audit.reconciliation import overfull_trips, payments_without_history
from storage.audit.soundness import unsound
from storage.crypto.blotting import blot, files_without_digests, prove_anew
from storage.crypto.chain import seal_history
from storage.crypto.resealing import IN_CLEAR, reseal, seal_clear
from storage.crypto.sealing import Keys
from storage.engine.insertion import insert_new
from storage.mapping import history, sealing, travellers
from storage.session import Session

KEY, UNMARKED, VERIFIED = "key", "unmarked history", "verified"


class WrongKey(Exception):  # noqa: N818 (it is an answer)
    """This database was sealed with another secret."""


class Secrets:
    """Within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def keys(self) -> Keys:
        return self._session.must_have_keys()

    def must_fit(self) -> None:
        """Raises WrongKey. The first time it writes down which key this database is sealed with."""
        named = self._value(KEY)
        if named is None:
            self._begin()
        elif named not in self.keys.names():
            raise WrongKey(named)

    def fits(self) -> bool:
        """Whether this database was sealed with one of our keys."""
        return self._value(KEY) in self.keys.names()

    def exchanged(self) -> None:
        """From now on this database is sealed with the newest key."""
        newest = {"value": self.keys.name}
        self._session.execute(sealing.update().where(sealing.c.name == KEY).values(newest))

    def seal(self, text: str, place: str) -> str:
        """For what is kept between two messages and is nobody else's to read."""
        return self.keys.seal(text, place)

    def open(self, kept: str, place: str) -> str:
        """Raises NotOurs."""
        return self.keys.open(kept, place)

    def seal_clear(self, limit: int = 200) -> int:
        """Passports an earlier program wrote in clear; how many it sealed."""
        return seal_clear(self._session, self.keys, limit)

    def reseal(self, after: int, limit: int = 200) -> int | None:
        """Passports under an older key, from the next number on; where it stopped, None at the end."""
        return reseal(self._session, self.keys, after, limit)

    def unsealed(self) -> bool:
        """Whether there is anything to seal."""
        return self._session.scalar(_UNSEALED) or False

    def seal_some(self) -> int:
        """How much of the history and of passports in clear it sealed, 0 when nothing is left."""
        return self.seal_history() + self.seal_clear()

    def seal_history(self) -> int:
        """Some of what was written since the last time; how many entries."""
        return seal_history(self._session, self.keys)

    def prove_anew(self, subject: str, number: int) -> int:
        """One file of the history gets digests, where an earlier program wrote it; how many entries. Raises NotAsWritten."""
        return prove_anew(self._session, self.keys, self.unmarked_until() or 0, subject, number)

    def files_without_digests(self, after: tuple[str, int], limit: int) -> list[tuple[str, int]]:
        """Some of the files behind that one which an earlier program wrote, or wrote on."""
        return files_without_digests(self._session, after, limit)

    def blot(self, entries: Sequence[int], persons: Collection[int], names: Collection[str]) -> int:
        """Takes somebody's words out of these entries, which have digests; how many. Twice is fine."""
        return blot(self._session, self.keys, entries, persons, names)

    def audit(self) -> HistoryAudit:
        """A walk through the history; `unmarked_until` first tells whether its beginning is known."""
        return HistoryAudit(self._session, self.keys, self.unmarked_until() or 0)

    def state_of_the_rest(self) -> list[Finding]:
        """What is wrong beside the history: the database itself, money and seats."""
        session = self._session
        return [*unsound(session), *payments_without_history(session), *overfull_trips(session)]

    def verified_on(self) -> str | None:
        """The day of the last verification that came to its end; None in a house that has just been built."""
        return self._value(VERIFIED)

    def verified(self, day: str) -> None:
        """For that day, and all before it, nobody need walk any more."""
        row = {"name": VERIFIED, "value": day, "mark": None}
        fresh = insert_new(self._session, sealing, "name", returning="name")
        if self._session.execute(fresh, row).scalar() is None:
            earlier = (sealing.c.name == VERIFIED) & (sealing.c.value < day)
            self._session.execute(sealing.update().where(earlier).values(value=day))

    def unmarked_until(self) -> int | None:
        """The last entry an earlier program wrote into the history; None when that was tampered with."""
        row = self._session.execute(select(sealing).where(sealing.c.name == UNMARKED)).first()
        if row is None or row.mark is None or not self.keys.proves(row.mark, _boundary(row.value)):
            return None
        return int(row.value)

    def accept_unmarked(self) -> None:
        """Takes what an earlier program wrote into the history up to now as its own."""
        last = self._session.scalar(select(func.max(history.c.id)).where(history.c.mark.is_(None))) or 0
        row = {"value": str(last), "mark": self.keys.mark(_boundary(str(last)))}
        changed = sealing.update().where(sealing.c.name == UNMARKED).values(row)
        if not self._session.connection().execute(changed).rowcount:
            self._session.execute(insert(sealing).values(name=UNMARKED, **row))

    def _begin(self) -> None:
        """Whoever removes the note of the key must not thereby make forged entries good."""
        new = insert_new(self._session, sealing, "name", returning="name")
        mine = self._session.execute(new, {"name": KEY, "value": self.keys.name, "mark": None}).scalar()
        ours = self._session.scalar(select(exists().where(history.c.mark.is_not(None))))
        if mine and not ours:
            self.accept_unmarked()

    def _value(self, name: str) -> str | None:
        value: str | None = self._session.scalar(select(sealing.c.value).where(sealing.c.name == name))
        return value


_UNSEALED = select(
    exists().where(history.c.seal.is_(None)) | select(travellers.c.id).where(IN_CLEAR).exists()
)


def _boundary(value: str) -> bytes:
    return f"{UNMARKED}:{value}".encode()
