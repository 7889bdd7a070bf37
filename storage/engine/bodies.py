"""Definitions as plain JSON and back: by pydantic, from the annotations of their dataclasses."""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

T = TypeVar("T")


def body_of(kind: type[T], value: T) -> Any:
    """Plain JSON. Raises ValueError for a value that could not be read again."""
    body = _adapter(cast(Hashable, kind)).dump_python(value, mode="json")
    value_of(kind, body)
    return body


def value_of(kind: type[T], body: Any) -> T:
    """Fields that are not in it have their defaults; what an older or newer program called otherwise is left out.

    Raises ValueError (pydantic's ValidationError) for what is no such value.
    """
    value: T = _adapter(cast(Hashable, kind)).validate_python(body)
    return value


@cache
def _adapter(kind: Any) -> Any:
    """Imported when the first definition is read: a start needs none."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
