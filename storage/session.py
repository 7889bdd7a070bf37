"""One transaction's session: SQLAlchemy's own, with the keys, compiled statements, and locks in one order."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, event, orm
from sqlalchemy.orm import PassiveFlag, UOWTransaction, make_transient_to_detached, object_session
from sqlalchemy.orm.attributes import get_history, instance_dict
from sqlalchemy.orm.unitofwork import _SaveUpdateAll
from sqlalchemy.orm.util import identity_key

from domain.entities.definitions import Definitions
from domain.entities.pipeline import PIPELINE, PIPELINE_USE, TRIP_KIND, Pipelines
from storage.crypto.sealing import Keys
from storage.engine.compiled import Compiled

T = TypeVar("T")


class LeftBehind(Exception):  # noqa: N818 (nobody's fault)
    """A file of a client became one with another while something new was written that names it."""


class Session(orm.Session):
    """Good until the transaction ends. What a query brings shows what was changed before in the same transaction."""

    def __init__(self, connection: Connection, *, writes: bool = True) -> None:
        super().__init__(connection, autoflush=writes, expire_on_commit=False)
        self._connection = connection
        self.writes = writes
        self.keys: Keys | None = None
        """None when the database was opened without any: then nothing sealed can be written or read."""
        self.definitions_version: int | None = None
        """How often definitions were changed, once somebody has asked."""
        self.pipelines: Callable[[], Pipelines] = _shipped
        """The stages of deals as the agency has settled them."""
        self._at_hand: list[Any] = []

    @property
    def dialect(self) -> str:
        """ "sqlite" or "postgresql"."""
        return self._connection.dialect.name

    def rows(self, statement: Compiled, **values: Any) -> Sequence[Sequence[Any]]:
        """What a compiled statement brings. It does not flush."""
        return statement.send(self._connection, values)

    def bring(self, kind: type[T], facts: dict[str, Any]) -> T:
        """The thing a compiled statement told of, all of it; as it is when it is at hand already."""
        thing: T | None = self.identity_map.get(identity_key(kind, facts["id"]))
        if thing is None:
            thing = orm.class_mapper(kind).class_manager.new_instance()
            instance_dict(thing).update(facts)
            make_transient_to_detached(thing)
            super().add(thing)
        self._at_hand.append(thing)
        return thing

    def hold(self, things: Sequence[Any]) -> None:
        """What was brought once stays at hand until the transaction ends."""
        self._at_hand += things

    def autoflushed(self) -> None:
        """As SQLAlchemy does by itself before it loads things."""
        if self.autoflush:
            self.flush()

    def must_have_keys(self) -> Keys:
        """Raises RuntimeError without."""
        if self.keys is None:
            raise RuntimeError("this database was opened without keys")
        return self.keys

    def changed(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.new or self.deleted or any(map(_differs, self.dirty)))

    def add(self, instance: object, *, _warn: bool = True) -> None:
        """Is written with the next flush, and what it refers to with it. Raises ValueError for what is there already."""
        if getattr(instance, "id", 0):
            raise ValueError("only what is new can be added")
        super().add(instance, _warn=_warn)


@cache
def _shipped() -> Pipelines:
    settled = Definitions()
    return Pipelines(settled.all(PIPELINE), settled.all(TRIP_KIND), settled.one(PIPELINE_USE))


def _differs(thing: Any) -> bool:
    """`Session.is_modified` would make values of several columns out of only those that changed."""
    mapper = orm.object_mapper(thing)
    return any(_has_changes(thing, each.key) for each in (*mapper.column_attrs, *mapper.relationships))


def _has_changes(thing: Any, name: str) -> bool:
    return get_history(thing, name, PassiveFlag.PASSIVE_NO_INITIALIZE).has_changes()


def session_of(thing: Any) -> Session:
    """The session a thing belongs to."""
    session = object_session(thing)
    assert isinstance(session, Session)
    return session


@event.listens_for(Session, "before_flush")
def _in_one_order(session: Session, flush: UOWTransaction, _things: Any) -> None:
    """Kinds are always written in the same order, so that two who change the same rows do not wait for each other for ever.

    By itself a flush orders two kinds that do not refer to each other by which of their relations are loaded. What a
    query between two changes flushes is written before the second: whoever changes several things loads them first.
    """
    things = [*session.new, *session.dirty]
    mappers = {orm.object_mapper(thing) for thing in things}
    if len(mappers) > 1:
        saves = [_SaveUpdateAll(flush, mapper) for mapper in sorted(mappers, key=_place)]  # type: ignore[no-untyped-call]
        flush.dependencies.update(pairwise(saves))
    if not session.deleted:
        _pass_over_unchanged(flush, things, mappers)


class _Nothing:
    """In a flush, what is to be done for a relation in which nothing changed."""

    def execute(self, _flush: UOWTransaction) -> bool:
        """Whether there may be more to do."""
        return False


def _pass_over_unchanged(
    flush: UOWTransaction, things: Iterable[Any], mappers: Iterable[orm.Mapper[Any]]
) -> None:
    """By itself a flush prepares to write whatever the loaded relations of a changed thing lead to: half of its time."""
    touched = {
        relation
        for thing in things
        for relation in orm.object_mapper(thing).relationships
        if _has_changes(thing, relation.key)
    }
    for mapper in mappers:
        for relation in mapper.relationships:
            if relation not in touched:
                flush.presort_actions[relation._dependency_processor, True] = _Nothing()


@cache
def _place(mapper: orm.Mapper[Any]) -> int:
    """What others refer to comes before them."""
    table = mapper.local_table
    assert isinstance(table, Table)
    return table.metadata.sorted_tables.index(table)
