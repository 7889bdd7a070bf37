"""What every kind of record has in common: fetched by number, fetched and held, added, listed."""

from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, Table, bindparam

from domain.values.refusals import NotFound
from storage.engine.compiled import Compiled
from storage.loading import everything, loaded
from storage.session import Session

T = TypeVar("T")
How = Callable[[Select[Any], Table], Select[Any]]


class Repository(Generic[T]):
    """All things of one kind. Subclasses name the kind, its table, and the refusal for a missing number."""

    kind: type[T]
    table: Table
    missing: str

    def __init__(self, session: Session, reach: int | None = None) -> None:
        self.session = session
        self.reach = reach
        """The branch beyond which there is nothing for whoever asks; None: no such bound."""

    def get(self, number: int) -> T:
        """Asked for once: what is at hand already is given again."""
        return self._found(self.session.find(self.kind, number) or self._numbered(number))

    def several(self, numbers: Collection[int]) -> Sequence[T]:
        """Those that are there, fetched together: as long as somebody holds them, `get` finds them at hand."""
        return self._list(self._all().where(self.table.c.id.in_(numbers))) if numbers else ()

    def locked(self, number: int) -> T:
        return self._found(self._numbered(number, held))

    def anew(self, number: int) -> T:
        return self._found(self._numbered(number, anew))

    def add(self, thing: T, /) -> None:
        self.session.add(thing)

    def _all(self) -> Select[Any]:
        return everything(self.kind)

    def _held(self, statement: Select[Any]) -> Select[Any]:
        return held(statement, self.table)

    def _first(self, statement: Select[Any]) -> T | None:
        return self._one(statement.limit(1))

    def _one(self, statement: Select[Any] | Compiled, **wanted: Any) -> T | None:
        """Of a statement that finds one thing at most."""
        return next(iter(loaded(self.session, self.kind, statement, **wanted)), None)

    def _numbered(self, number: int, how: How | None = None) -> T | None:
        shelf: Any = type(self)
        return self._one(_by_number(shelf, how), number=number)

    def _list(self, statement: Select[Any]) -> Sequence[T]:
        return loaded(self.session, self.kind, statement)

    def _found(self, thing: T | None) -> T:
        """What belongs to a branch out of reach is answered like what does not exist."""
        if thing is None or (self.reach is not None and not self._within_reach(thing)):
            raise NotFound(self.missing)
        return thing

    def _within_reach(self, _thing: T) -> bool:
        return True


def held(statement: Select[Any], table: Table) -> Select[Any]:
    """The rows as they are now, nobody else's until the transaction ends (SQLite's writers are alone)."""
    return anew(statement.with_for_update(of=table), table)


def anew(statement: Select[Any], _table: Table) -> Select[Any]:
    """The rows as they are now, whatever is at hand."""
    return statement.execution_options(anew=True)


@cache
def _by_number(shelf: Any, how: How | None) -> Compiled:
    statement = everything(shelf.kind).where(shelf.table.c.id == bindparam("number"))
    return Compiled(how(statement, shelf.table) if how else statement)
