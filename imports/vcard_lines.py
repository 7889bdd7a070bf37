"""The lines of a vCard: unfolded, named, and decoded as each line itself says; of versions 2.1, 3.0 and 4.0."""

import io
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from domain.values.refusals import Refusal

LONGEST = 20_000
"""Bytes of a line that are kept: of pictures and keys nothing is."""

_AT_ONCE = 1 << 20
"""Bytes or characters of a line that are read in one go."""

_UNREAD = frozenset(("PHOTO", "LOGO", "SOUND", "KEY", "AGENT"))
_HEAD = re.compile(rb'(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<params>(?:;(?:[^":;]|"[^"]*")*)*):', re.ASCII)
_PARAM = re.compile(r';((?:[^";]|"[^"]*")*)')


@dataclass(frozen=True)
class Property:
    """`TEL;TYPE=CELL:+359888123456` is TEL with CELL among its types."""

    line: int
    name: str
    types: frozenset[str]
    params: dict[str, str]
    value: str


def properties(file: BinaryIO, encoding: str) -> Iterator[Property]:
    """One after the other; what has no form of a property is passed over.

    `encoding` is that of the file, where a line says no other. Raises Refusal: table_encoding.
    """
    wide = encoding.startswith("utf-16")
    for number, line in _unfolded(_narrow(file, encoding) if wide else _lines(file)):
        if (found := _HEAD.match(line)) is not None:
            yield _property(number, found, line[found.end() :], "utf-8" if wide else encoding)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: file.readline(_AT_ONCE), b"")


def _narrow(file: BinaryIO, encoding: str) -> Iterator[bytes]:
    """Lines of two bytes a character as lines of UTF-8. Raises Refusal: table_encoding."""
    text = io.TextIOWrapper(file, encoding=encoding)
    count = 0
    try:
        while line := text.readline(_AT_ONCE):
            count += 1
            yield line.encode()
    except UnicodeError:
        raise Refusal("table_encoding", line=count + 1) from None
    finally:
        text.detach()


def _unfolded(lines: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    """Whole lines, with the number where each begins: after a soft break, or with a space first, the last one goes on."""
    held, at = b"", 0
    for number, read in enumerate(lines, start=1):
        line = read.rstrip(b"\r\n")
        if held and line[:1] in {b" ", b"\t"}:
            held = _joined(held, line[1:])
        elif held.endswith(b"=") and _is_quoted(held):
            held = _joined(held[:-1], line)
        else:
            if held:
                yield at, held
            held, at = line, number
    if held:
        yield at, held


def _joined(held: bytes, line: bytes) -> bytes:
    """Of what is too long, the rest is passed over; but whether it goes on is kept."""
    if len(held) <= LONGEST:
        return held + line
    return held + b"=" if line.endswith(b"=") else held


def _is_quoted(line: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()


def _property(line: int, found: re.Match[bytes], value: bytes, encoding: str) -> Property:
    name = found["name"].decode().upper()
    types: set[str] = set()
    params: dict[str, str] = {}
    for param in _PARAM.findall(found["params"].decode(errors="replace")):
        key, equals, told = param.partition("=")
        key, told = (key.strip().upper(), told.strip('" ')) if equals else ("TYPE", key.strip())
        if key == "TYPE":
            types |= {one.strip().upper() for one in told.split(",")}
        else:
            params[key] = told
    if name in _UNREAD:
        return Property(line, name, frozenset(types), params, "")
    return Property(line, name, frozenset(types), params, _decoded(line, value, types, params, encoding))


def _decoded(line: int, value: bytes, types: set[str], params: dict[str, str], encoding: str) -> str:
    if "QUOTED-PRINTABLE" in types or params.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        value = quopri.decodestring(value)
    try:
        return value[:LONGEST].decode(params.get("CHARSET", encoding), errors=_errors(value))
    except (UnicodeDecodeError, LookupError):
        raise Refusal("table_encoding", line=line) from None


def _errors(value: bytes) -> str:
    """What was cut may end within a character."""
    return "ignore" if len(value) > LONGEST else "strict"
