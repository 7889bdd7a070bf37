"""What every kind of record has in common: fetched by number, fetched and held, added, removed, listed."""

from collections.abc import Collection, Hashable, Sequence
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar, TypeVarTuple, cast

from sqlalchemy import Select, Table, bindparam, literal, select
from sqlalchemy.orm.util import identity_key

from domain.values.refusals import NotFound
from storage.engine.compiled import Compiled
from storage.repositories.loads import Loads, has_lists, options, whole
from storage.session import Session

T = TypeVar("T")
Row = TypeVarTuple("Row")
_AT_ONCE = 500
"""So many things come with one statement."""
_ANEW = {"populate_existing": True}


class Repository(Generic[T]):
    """All things of one kind. Subclasses name the kind, its table, the refusal for a missing number, and what is loaded.

    What has lists is found in two steps: which numbers, in what order, held or not; then the things of these numbers. So
    what is held is read after the wait for it, and a limit counts things and not rows.
    """

    kind: type[T]
    table: ClassVar[Table]
    missing: ClassVar[str]
    loads: ClassVar[Loads] = ()
    """What comes with each thing."""

    def __init__(self, session: Session, reach: int | None = None) -> None:
        self.session = session
        self.reach = reach
        """The branch beyond which there is nothing for whoever asks; None: no such bound."""

    def get(self, number: int) -> T:
        """Asked for once: what is at hand already is given again."""
        return self._found(self._at_hand(number) or self._numbered(number))

    def several(self, numbers: Collection[int]) -> Sequence[T]:
        """Those that are there, fetched together: as long as somebody holds them, `get` finds them at hand."""
        return self._of(list(numbers), self.loads) if numbers else ()

    def locked(self, number: int) -> T:
        if self.session.dialect != "sqlite":  # whose writers are alone
            self.session.autoflushed()
            self.session.rows(_lock(self.table), number=number)
        return self.anew(number)

    def anew(self, number: int) -> T:
        """As it is now, for everybody who has it at hand."""
        return self._found(self._numbered(number, **_ANEW))

    def add(self, thing: T, /) -> None:
        self.session.add(thing)

    def remove(self, thing: T, /) -> None:
        """Its row is gone with the next flush."""
        self.session.delete(thing)

    def _all(self) -> Select[Any]:
        """To be narrowed and ordered by the columns of the table, and given to `_list` or `_first`."""
        return select(self.kind)

    def _held(self, statement: Select[Any]) -> Select[Any]:
        """The rows as they are now, nobody else's until the transaction ends."""
        return statement.with_for_update(of=self.table).execution_options(**_ANEW)

    def _first(self, statement: Select[Any]) -> T | None:
        return next(iter(self._list(statement.limit(1))), None)

    def _list(self, statement: Select[Any], loads: Loads | None = None) -> Sequence[T]:
        """With what is loaded with each thing, or with these only.

        What was loaded before stays as it is, unless the statement holds the rows.
        """
        loads = self.loads if loads is None else loads
        if not has_lists(loads):
            return self._brought(statement.options(*options(self.kind, loads)))
        numbers = self.session.scalars(statement.with_only_columns(self.table.c.id)).all()
        return self._of(numbers, loads, **statement.get_execution_options())

    def _of(self, numbers: Sequence[int], loads: Loads, **how: Any) -> Sequence[T]:
        found: dict[Any, T] = {}
        for start in range(0, len(numbers), _AT_ONCE):
            some = {"numbers": numbers[start : start + _AT_ONCE]}
            things = self._brought(_by_numbers(cast("Hashable", self.kind), loads), some, **how)
            found |= {number_of(thing): thing for thing in things}
        return [found[number] for number in numbers if number in found]

    def _numbered(self, number: int, **how: Any) -> T | None:
        return next(
            iter(
                self._brought(_by_number(cast("Hashable", self.kind), self.loads), {"number": number}, **how)
            ),
            None,
        )

    def _brought(self, statement: Select[Any], values: Any = None, **how: Any) -> Sequence[T]:
        """It stays at hand until the transaction ends."""
        found = self.session.scalars(statement, values, execution_options=how).unique().all()
        self.session.hold(found)
        return found

    def _at_hand(self, number: int) -> T | None:
        thing: T | None = self.session.identity_map.get(identity_key(self.kind, number))
        return thing if thing is not None and all(load.is_there(thing) for load in self.loads) else None

    def _found(self, thing: T | None) -> T:
        """What belongs to a branch out of reach is answered like what does not exist."""
        if thing is None or (self.reach is not None and not self._within_reach(thing)):
            raise NotFound(self.missing)
        return thing

    def _within_reach(self, _thing: T) -> bool:
        return True


def first_of(statement: Select[*Row], limit: int, offset: int = 0) -> Select[*Row]:
    """Some of what it selects, with the figures written out in the statement.

    PostgreSQL keeps a plan only where it is no dearer than one made anew. Not knowing the limit, it reckons with a tenth of
    all there is: where much waits, a statement that joins many tables would be planned whenever it is sent.
    """
    some = statement.limit(literal(limit, literal_execute=True))
    return some.offset(literal(offset, literal_execute=True)) if offset else some


def number_of(thing: Any) -> int:
    number: int = thing.id
    return number


@cache
def _by_number(kind: Hashable, loads: Loads) -> Select[Any]:
    return whole(cast("type", kind), loads, lambda column: column == bindparam("number"))


@cache
def _by_numbers(kind: Hashable, loads: Loads) -> Select[Any]:
    return whole(cast("type", kind), loads, lambda column: column.in_(bindparam("numbers", expanding=True)))


@cache
def _lock(table: Table) -> Compiled:
    return Compiled(select(table.c.id).where(table.c.id == bindparam("number")).with_for_update())
