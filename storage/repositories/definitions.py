"""The agency's definitions: read when somebody changed one, changed one after the other."""

from typing import Any

from sqlalchemy import delete, insert, select, update

from domain.entities.definitions import KINDS, DefinitionKind, Definitions, Kept
from domain.values.refusals import Refusal
from storage.engine.bodies import body_of, value_of
from storage.engine.compiled import Compiled
from storage.mapping.definitions import definitions, definitions_version, version_now
from storage.session import Session

_VERSION = Compiled(version_now)


class SqlDefinitions:
    """Every row is of everybody: definitions belong to no branch."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def version(self) -> int:
        """Brought by the identity of whoever is served, else asked for."""
        if self._session.definitions_version is None:
            told = self._session.rows(_VERSION)
            self._session.definitions_version = told[0][0] if told else 0
        return self._session.definitions_version

    def current(self) -> Definitions:
        rows = self._session.execute(select(definitions).order_by(definitions.c.id))
        kept = tuple(
            Kept(row.kind, row.key, value_of(KINDS[row.kind].of, row.body), row.revision)
            for row in rows
            if row.kind in KINDS  # a newer program's kinds are left alone
        )
        return Definitions(self.version(), kept)

    def put(self, kind: DefinitionKind[Any], key: str, value: Any, seen: int) -> None:
        self._hold(kind, key, seen)
        told = {"body": body_of(kind.of, value), "revision": seen + 1}
        if seen:
            self._session.execute(update(definitions).where(_is(kind, key)).values(**told))
        else:
            self._session.execute(insert(definitions).values(kind=kind.key, key=key, **told))

    def drop(self, kind: DefinitionKind[Any], key: str, seen: int) -> None:
        self._hold(kind, key, seen)
        self._session.execute(delete(definitions).where(_is(kind, key)))

    def _hold(self, kind: DefinitionKind[Any], key: str, seen: int) -> None:
        """The row of the version is held until the end of the transaction."""
        first = _insert(self._session.dialect)(definitions_version).values(id=1, version=1)
        counted = first.on_conflict_do_update(
            index_elements=["id"], set_={"version": definitions_version.c.version + 1}
        )
        told = self._session.execute(counted.returning(definitions_version.c.version))
        self._session.definitions_version = told.scalar_one()
        revision = self._session.execute(select(definitions.c.revision).where(_is(kind, key))).scalar()
        if (revision or 0) != seen:
            raise Refusal("changed_meanwhile")


def _insert(dialect: str) -> Any:
    from sqlalchemy.dialects import postgresql, sqlite

    return postgresql.insert if dialect == "postgresql" else sqlite.insert


def _is(kind: DefinitionKind[Any], key: str) -> Any:
    return (definitions.c.kind == kind.key) & (definitions.c.key == key)
