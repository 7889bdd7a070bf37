"""Pictures on a paper. Light to import: the child that prints does it at every start."""

from base64 import b64encode
from dataclasses import dataclass

from domain.values.file_types import type_of


@dataclass(frozen=True)
class Picture:
    """An argument of a paper that its maker gets as bytes, or as None."""

    stored: str
    """Its name in our own store."""


def as_svg(picture: bytes | None) -> str:
    """The picture within a frame three times as wide as high, at its left edge; empty when there is none."""
    kind = type_of(picture or b"")
    if picture is None or kind is None:
        return ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="180" height="60">'
        f'<image width="180" height="60" preserveAspectRatio="xMinYMid meet"'
        f' href="data:{kind};base64,{b64encode(picture).decode()}"/></svg>'
    )
