"""One cache of compiled statements for all databases of the tests: each engine would compile them all again."""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

_COMPILED: LRUCache[Any, Any] = LRUCache(5000)


def share_compiled() -> None:
    """Dialects that write the same SQL, and the same JSON, are one and the same to the cache."""
    Engine._compiled_cache = property(lambda _engine: _COMPILED, lambda _engine, _own: None)  # type: ignore[assignment]
    DefaultDialect.__eq__ = lambda self, other: _alike(self) == _alike(other)  # type: ignore[method-assign]
    DefaultDialect.__hash__ = lambda self: hash(_alike(self))  # type: ignore[method-assign]


def _alike(dialect: Any) -> tuple[object, ...]:
    return (
        type(dialect),
        *(getattr(dialect, f"_json_{way}", None) for way in ("serializer", "deserializer")),
    )
