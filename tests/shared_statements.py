"""What SQLAlchemy has spelled once for a database is spelled for all of that kind: each test has its own, made alike.

Without it a fifth of every story is the spelling of the same statements.
"""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

_SPELLED: LRUCache[Any, Any] = LRUCache(5000)


def share_statements() -> None:
    """Between all engines of this process."""
    Engine._compiled_cache = property(lambda _engine: _SPELLED, lambda _engine, _own: None)  # type: ignore[assignment]
    DefaultDialect.__hash__ = lambda self: hash(type(self))  # type: ignore[method-assign]
    DefaultDialect.__eq__ = lambda self, other: type(self) is type(other)  # type: ignore[method-assign]
