"""What every kind of record has in common: fetched by number, fetched and held, added, listed."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from sqlalchemy import Select, Table, select
from sqlalchemy.orm import Session

from domain.refusals import NotFound
from storage.loading import whole

T = TypeVar("T")


class Shelf(Generic[T]):
    """All things of one kind. Subclasses name the kind, its table, and the refusal for a missing number."""

    kind: type[T]
    table: Table
    missing: str

    def __init__(self, session: Session, reach: int | None = None) -> None:
        self.session = session
        self.reach = reach
        """The branch beyond which there is nothing for whoever asks; None: no such bound."""

    def get(self, number: int) -> T:
        return self._found(self.session.get(self.kind, number, options=whole(self.kind)))

    def locked(self, number: int) -> T:
        return self._found(self._first(self._held(self._all().where(self.table.c.id == number))))

    def add(self, thing: T, /) -> None:
        self.session.add(thing)

    def _all(self) -> Select[T]:
        return select(self.kind).options(*whole(self.kind))

    def _held(self, statement: Select[T]) -> Select[T]:
        """The rows as they are now, nobody else's until the transaction ends (SQLite's writers are alone)."""
        return statement.with_for_update(of=self.table).execution_options(populate_existing=True)

    def _first(self, statement: Select[T]) -> T | None:
        return self.session.scalars(statement.limit(1)).first()

    def _list(self, statement: Select[T]) -> Sequence[T]:
        return self.session.scalars(statement).all()

    def _found(self, thing: T | None) -> T:
        """What belongs to a branch out of reach is answered like what does not exist."""
        if thing is None or (self.reach is not None and not self._within_reach(thing)):
            raise NotFound(self.missing)
        return thing

    def _within_reach(self, _thing: T) -> bool:
        return True
