"""Definitions as plain JSON and back: by pydantic, from the annotations of their dataclasses."""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from domain.values.refusals import Refusal

T = TypeVar("T")


class NotSuchAValue(ValueError):  # noqa: N818 (it is an answer to whoever wrote it)
    """This is no value of that kind; `place` leads to what is wrong in it."""

    def __init__(self, place: tuple[str, ...]) -> None:
        super().__init__(".".join(place))
        self.place = place


def body_of(kind: type[T], value: T) -> Any:
    """Plain JSON. Raises NotSuchAValue for what could not be read again."""
    body = _adapter(cast(Hashable, kind)).dump_python(value, mode="json", warnings=False)
    value_of(kind, body)
    return body


def value_of(kind: type[T], body: Any) -> T:
    """Fields that are not in it have their defaults; what an older or newer program called otherwise is left out.

    Raises NotSuchAValue.
    """
    from pydantic import ValidationError

    try:
        value: T = _adapter(cast(Hashable, kind)).validate_python(body)
    except ValidationError as error:
        raise NotSuchAValue(tuple(str(one) for one in error.errors()[0]["loc"])) from None
    except Refusal as error:
        raise NotSuchAValue((error.kind,)) from None
    return value


@cache
def _adapter(kind: Any) -> Any:
    """Imported when the first definition is read: a start needs none."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
