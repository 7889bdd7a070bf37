"""Statements made once: SQLAlchemy spells them for its database when they are first sent, and then only the driver is asked.

For those of every update; to send one costs a tenth of what it costs anew. Whoever listens to the engine hears them too.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError

Rows = list[Sequence[Any]]
Convert = Callable[[Any], Any]
Places = list[tuple[int, Convert, Any]]
"""Where something is to be converted, how, and what None becomes there."""
_NOTHING: dict[str, Any] = {}


class Compiled:
    """One statement. What an INSERT or UPDATE sets are the values it is sent with."""

    def __init__(self, statement: Any) -> None:
        self.statement = statement
        self._spelled: dict[tuple[str, ...], _Spelled] = {}

    def send(self, connection: Connection, values: dict[str, Any] = _NOTHING) -> Rows:
        """The rows it brings, if any. Raises DBAPIError as SQLAlchemy does, and ValueError for what cannot be kept."""
        if not connection.in_transaction():
            connection.begin()
        return self.send_as_it_is(connection, values)

    def send_as_it_is(self, connection: Connection, values: dict[str, Any] = _NOTHING) -> Rows:
        """Whether or not there is a transaction."""
        dialect = connection.dialect
        key = (dialect.name, dialect.driver, *values)  # all engines of one driver are made alike
        spelled = self._spelled.get(key)
        if spelled is None:
            spelled = self._spelled[key] = _Spelled(self.statement, dialect, list(values))
        return spelled.send(connection, values)


class _Spelled:
    """In the words of one database, and with what is to be converted on the way there and back."""

    def __init__(self, statement: Any, dialect: Dialect, names: list[str]) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=names)
        if compiled.post_compile_params or compiled.literal_execute_params:
            raise ValueError("what is spelled anew for every value cannot be made once")
        self._words = str(compiled)
        self._constants = {
            name: value for name, value in compiled.params.items() if not compiled.binds[name].required
        }
        self._order: list[str] = compiled.positiontup or []
        sent = [compiled.binds[name].type for name in self._order]
        self._brought = [
            column.type.dialect_impl(dialect) for column in getattr(statement, "exported_columns", ())
        ]
        self._there = _needed((each.dialect_impl(dialect).bind_processor(dialect), None) for each in sent)
        self._back: Places | None = None

    def send(self, connection: Connection, values: dict[str, Any]) -> Rows:
        told = {**self._constants, **values}
        given = tuple(_converted([told[name] for name in self._order], self._there))
        cursor = connection.connection.cursor()
        try:
            for listen in connection.dispatch.before_cursor_execute:
                listen(connection, cursor, self._words, given, None, False)
            cursor.execute(self._words, given)
            rows = cursor.fetchall() if self._brought else ()
            if self._back is None:  # what the driver brings is known once it has brought something
                self._back = self._way_back(connection.dialect, cursor.description)
            for listen in connection.dispatch.after_cursor_execute:
                listen(connection, cursor, self._words, given, None, False)
        except connection.dialect.loaded_dbapi.Error as error:
            raise _as_told(connection, cursor, self._words, error) from error
        finally:
            cursor.close()
        return [_converted(list(row), self._back) for row in rows]

    def _way_back(self, dialect: Dialect, told: Sequence[Any] | None) -> Places:
        kinds = zip(self._brought, told or (), strict=bool(self._brought))
        return _needed(
            (brought.result_processor(dialect, column[1]), getattr(brought, "nothing", None))
            for brought, column in kinds
        )


def _needed(converters: Iterable[tuple[Convert | None, Any]]) -> Places:
    return [
        (place, convert, nothing)
        for place, (convert, nothing) in enumerate(converters)
        if convert is not None
    ]


def _converted(values: list[Any], places: Places) -> list[Any]:
    """None is None in every type of ours, there and back; one that reads it as something else says so by `nothing`."""
    for place, convert, nothing in places:
        value = values[place]
        values[place] = nothing if value is None else convert(value)
    return values


def _as_told(connection: Connection, cursor: Any, words: str, error: Exception) -> Exception:
    """The driver's error as SQLAlchemy tells it; a connection that is lost is given up."""
    dialect = connection.dialect
    lost = dialect.is_disconnect(error, connection.connection.dbapi_connection, cursor)  # type: ignore[arg-type]
    if lost:
        connection.invalidate(error)
    return DBAPIError.instance(
        words,
        None,
        error,
        dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=lost,
        dialect=dialect,
    )
