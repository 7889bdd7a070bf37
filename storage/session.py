"""The things of the trade that are at hand in one transaction: each once, and written back as far as it was changed.

A thing is remembered as it came, and compared when it matters: the classes of the trade know nothing of it.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable, ScalarResult

from storage import passports
from storage.crypto.sealing import Keys
from storage.engine.compiled import Compiled
from storage.layout import Layout
from storage.mapping import LAYOUTS, PLACES

T = TypeVar("T")


class Session:
    """Good until the transaction ends."""

    def __init__(self, connection: Connection, *, writes: bool = True) -> None:
        self._connection = connection
        self.writes = writes
        self.keys: Keys | None = None
        """None when the database was opened without any: then nothing sealed can be written or read."""
        self._new: list[Any] = []
        self._at_hand: dict[tuple[type, int], Any] = {}
        self._as_it_came: dict[Any, dict[str, Any]] = {}

    # Statements

    @property
    def dialect(self) -> str:
        """ "sqlite" or "postgresql"."""
        return self._connection.dialect.name

    def connection(self) -> Connection:
        return self._connection

    def execute(self, statement: Executable, values: Any = None) -> CursorResult[*tuple[Any, ...]]:
        return self._connection.execute(statement, values)

    def rows(self, statement: Compiled | Executable, **values: Any) -> Sequence[Sequence[Any]]:
        """What a statement brings."""
        if isinstance(statement, Compiled):
            return statement.send(self._connection, values)
        return self._connection.execute(statement, values).all()

    def scalar(self, statement: Executable, values: Any = None) -> Any:
        return self._connection.execute(statement, values).scalar()

    def scalars(self, statement: Executable, values: Any = None) -> ScalarResult[Any]:
        return self._connection.execute(statement, values).scalars()

    def must_have_keys(self) -> Keys:
        """Raises RuntimeError without."""
        if self.keys is None:
            raise RuntimeError("this database was opened without keys")
        return self.keys

    # Things

    def find(self, kind: type[T], number: int) -> T | None:
        """What is at hand already."""
        thing: T | None = self._at_hand.get((kind, number))
        return thing

    def take(self, layout: Layout, row: Sequence[Any], *, anew: bool) -> Any:
        """The thing of this row: the one at hand, as it is unless it is to be told `anew`. None for a row of nothing."""
        number = row[0]
        if number is None:
            return None
        thing = self._at_hand.get((layout.kind, number))
        if thing is None:
            thing = object.__new__(layout.kind)  # what its class does to a new one was done long ago
            facts = layout.facts(row)
            if layout.sealed:
                facts["_keys"] = self.keys
            self._at_hand[layout.kind, number] = thing
            self._as_it_came[thing] = facts
            thing.__dict__.update(facts)
        elif anew:
            facts = layout.facts(row)
            self._as_it_came[thing].update(facts)
            thing.__dict__.update(facts)
        return thing

    def put(self, thing: Any, name: str, value: Any, *, anew: bool) -> None:
        """What belongs to a thing; what it has already stays, unless told `anew`."""
        came = self._as_it_came[thing]
        if anew or name not in came:
            came[name] = list(value) if isinstance(value, list) else value
            thing.__dict__[name] = value

    def add(self, thing: Any) -> None:
        """Is written with the next `flush`, and what it refers to with it."""
        if thing.id:
            raise ValueError("only what is new can be added")
        self._new.append(thing)

    def changed(self) -> bool:
        return bool(self._new or self._changes())

    def flush(self) -> None:
        """Writes what is new and what was changed."""
        for thing in self._changes():
            self._update(thing)
        while self._new:
            self._insert(self._new.pop(0))

    def _changes(self) -> list[Any]:
        """Always in the same order, so that two who change the same things do not wait for each other for ever."""
        changed = [thing for thing, came in self._as_it_came.items() if vars(thing) != came]
        return sorted(changed, key=lambda thing: (PLACES[type(thing)], thing.id)) if changed else changed

    def _insert(self, thing: Any, **owner: int) -> None:
        """With what it refers to before it, and what is in its lists after it. What has a number already is there."""
        layout = LAYOUTS[type(thing)]
        if thing.id:
            return
        self._insert_what(thing, layout.ones)
        row = layout.row(thing) | owner
        del row["id"]
        [[thing.id]] = self.rows(layout.insertion, **row)
        if layout.sealed:
            self._write(layout, thing, passports.sealed(thing, self))
        self._at_hand[layout.kind, thing.id] = thing
        self._insert_lists(layout, thing)
        self._remember(thing)

    def _update(self, thing: Any) -> None:
        layout, came = LAYOUTS[type(thing)], self._as_it_came[thing]
        names = [name for name, value in vars(thing).items() if name not in came or value != came[name]]
        self._insert_lists(layout, thing)
        self._insert_what(thing, layout.ones)
        row = layout.row(thing, names)
        if layout.sealed:
            row |= passports.sealed(thing, self)
        self._write(layout, thing, row)
        self._remember(thing)

    def _write(self, layout: Layout, thing: Any, row: dict[str, Any]) -> None:
        if row:
            self.rows(layout.change, _number=thing.id, **row)

    def _insert_what(self, thing: Any, names: Iterable[str]) -> None:
        for name in names:
            other = getattr(thing, name)
            if other is not None:
                self._insert(other)

    def _insert_lists(self, layout: Layout, thing: Any) -> None:
        for name, several in layout.lists.items():
            for other in getattr(thing, name):
                self._insert(other, **{several.owner: thing.id})

    def _remember(self, thing: Any) -> None:
        came = vars(thing).copy()
        for name in LAYOUTS[type(thing)].lists:
            came[name] = list(came[name])
        self._as_it_came[thing] = came
