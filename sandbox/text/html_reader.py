"""The HTML parse mode, read byte by byte as Telegram reads it, with its errors word for word."""

from dataclasses import dataclass
from typing import Any

from sandbox.text.html_tags import TAGS, entity_of
from sandbox.text.written import Written, cannot_parse

_SPACES = b" \t\r\n\0\v"
_QUOTES = b"\"'"
_NAMED = {b"lt": 60, b"gt": 62, b"amp": 38, b"quot": 34}
_NAME_TOKEN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end; `begin` counts bytes already written, `offset` UTF-16 units."""

    tag: str
    attributes: dict[str, str]
    offset: int
    begin: int


def read_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities; what cannot be read raises 400 «can't parse entities»."""
    reader = _Reader(source.encode("utf-8", "replace"))
    reader.read()
    reader.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return reader.written.since(0), reader.entities


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.size = len(data)
        self.data = data + b"\0\0\0"
        self.at = 0
        self.written = Written()
        self.open: list[_Open] = []
        self.entities: list[dict[str, Any]] = []

    def read(self) -> None:
        while self.at < self.size:
            byte = self.data[self.at]
            if byte == ord("<"):
                self._tag()
            elif byte != ord("&") or not self._character_reference():
                self._plain()
        if self.open:
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')

    def _plain(self) -> None:
        """Everything up to the next byte that could mean something."""
        end = self.at + 1
        while end < self.size and self.data[end] not in b"<&":
            end += 1
        self.written.add(self.data[self.at : end])
        self.at = end

    def _character_reference(self) -> bool:
        code, after = self._decode(self.at)
        if not code:
            return False
        self.written.add(chr(code).encode("utf-8", "replace"))
        self.at = after
        return True

    def _decode(self, at: int) -> tuple[int, int]:
        """The character behind `&…;` and where it ends; zero when it is no reference after all."""
        end = at + 1
        if self.data[end] == ord("#"):
            hexadecimal = self.data[at + 2] == ord("x")
            end += 2 if hexadecimal else 1
            begin, digits = end, b"0123456789abcdefABCDEF" if hexadecimal else b"0123456789"
            while self.data[end] in digits:
                end += 1
            code = int(self.data[begin:end] or b"0", 16 if hexadecimal else 10) if end - at < 10 else 0
            if not 0 < code < 0x10FFFF:
                return 0, at
        else:
            while chr(self.data[end]).isascii() and chr(self.data[end]).isalpha():
                end += 1
            code = _NAMED.get(self.data[at + 1 : end], 0)
        return code, end + (self.data[end] == ord(";"))

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self.data[self.at] == ord("/"):
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        while self.data[self.at] not in _SPACES and self.data[self.at] != ord(">"):
            self.at += 1
        if self.data[self.at] == 0:
            raise cannot_parse(f"Unclosed start tag at byte offset {begin}")
        tag = self.data[begin + 1 : self.at].decode("utf-8", "replace").lower()
        if tag not in TAGS:
            raise cannot_parse(f'Unsupported start tag "{tag}" at byte offset {begin}')
        attributes = self._attributes(tag, begin)
        self.at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(_Open(tag, attributes, self.written.units, len(self.written.data)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while self.data[self.at] != ord(">"):
            self._skip_spaces()
            if self.data[self.at] == ord(">"):
                break
            start = self.at
            while self.data[self.at] not in _SPACES and self.data[self.at] not in b"=>":
                self.at += 1
            name = self.data[start : self.at].decode("utf-8", "replace")
            if not name:
                at_end = self.data[self.at] == 0
                told = "Unclosed start tag" if at_end else f'Empty attribute name in the tag "{tag}"'
                raise cannot_parse(f"{told} at byte offset {begin}")
            attributes[name] = self._value(tag, name, begin)
        return attributes

    def _value(self, tag: str, name: str, begin: int) -> str:
        self._skip_spaces()
        if self.data[self.at] != ord("="):
            if self.data[self.at] == 0:
                raise cannot_parse(f"Unclosed start tag at byte offset {begin}")
            if tag == "blockquote" and name == "expandable":
                return ""
            told = f'Expected equal sign in declaration of an attribute of the tag "{tag}"'
            raise cannot_parse(f"{told} at byte offset {begin}")
        self.at += 1
        self._skip_spaces()
        if self.data[self.at] == 0:
            raise cannot_parse(f'Unclosed start tag "{tag}" at byte offset {begin}')
        value = self._quoted() if self.data[self.at] in _QUOTES else self._name_token()
        if self.data[self.at] == 0 and self.at >= self.size:
            raise cannot_parse(f"Unclosed start tag at byte offset {begin}")
        return value

    def _quoted(self) -> str:
        quote = self.data[self.at]
        self.at += 1
        value = bytearray()
        while self.at < self.size and self.data[self.at] != quote:
            code, after = self._decode(self.at) if self.data[self.at] == ord("&") else (0, 0)
            if code:
                value += chr(code).encode("utf-8", "replace")
                self.at = after
            else:
                value.append(self.data[self.at])
                self.at += 1
        if self.at < self.size:
            self.at += 1
        return value.decode("utf-8", "replace")

    def _name_token(self) -> str:
        start = self.at
        while self.data[self.at] in _NAME_TOKEN:
            self.at += 1
        if self.data[self.at] not in _SPACES and self.data[self.at] != ord(">"):
            raise cannot_parse(f"Unexpected end of name token at byte offset {start}")
        return self.data[start : self.at].decode().lower()

    def _end_tag(self, begin: int) -> None:
        if not self.open:
            raise cannot_parse(f"Unexpected end tag at byte offset {begin}")
        while self.data[self.at] not in _SPACES and self.data[self.at] != ord(">"):
            self.at += 1
        found = self.data[begin + 2 : self.at].decode("utf-8", "replace").lower()
        self._skip_spaces()
        if self.data[self.at] != ord(">"):
            raise cannot_parse(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        expected = self.open[-1]
        if found and found != expected.tag:
            raise cannot_parse(
                f'Unmatched end tag at byte offset {begin}, expected "</{expected.tag}>", found "</{found}>"'
            )
        self._close(self.open.pop())

    def _close(self, opened: _Open) -> None:
        if self.written.units == opened.offset:
            return
        covered = self.written.since(opened.begin)
        place = {"offset": opened.offset, "length": self.written.units - opened.offset}
        entity = entity_of(opened.tag, opened.attributes, covered, self.entities, place)
        if entity is not None:
            self.entities.append(entity)

    def _skip_spaces(self) -> None:
        while self.at < self.size and self.data[self.at] in _SPACES:
            self.at += 1
