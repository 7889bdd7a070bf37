"""The MarkdownV2 parse mode, read byte by byte as Telegram reads it, with its errors word for word."""

from dataclasses import dataclass
from typing import Any

from sandbox.text.html_tags import link_entity
from sandbox.text.markdown_links import Link, emoji_or_moment, read_link
from sandbox.text.written import Written, cannot_parse, in_order

_RESERVED = frozenset(b"_*[]()~`>#+-=|{}.!\n")
_IN_CODE = frozenset(b"`")
_SPACES = frozenset(b" \t\r\n\0\v")
_QUOTES = ("blockquote", "expandable_blockquote")
_CODE = ("code", "pre", "pre_code")
_ONE_BYTE = {ord("*"): "bold", ord("~"): "strikethrough", ord("["): "text_link"}
_ENDS = {
    "bold": b"*",
    "code": b"`",
    "pre": b"```",
    "pre_code": b"```",
    "text_link": b"]",
    "underline": b"__",
    "strikethrough": b"~",
    "spoiler": b"||",
    "custom_emoji": b"]",
}
_NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "pre_code": "PreCode",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
}


@dataclass(slots=True)
class _Open:
    """A mark that waits for its end: at byte `at` of the source, byte `begin` and UTF-16 unit `offset` of what is written."""

    kind: str
    at: int
    begin: int
    offset: int
    language: str = ""


def read_markdown(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities; what cannot be read raises 400 «can't parse entities»."""
    reader = _Reader(source.encode("utf-8", "replace"))
    reader.read()
    return reader.written.since(0), in_order(reader.entities)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.size = len(data)
        self.data = data + b"\0\0\0\0"
        self.at = 0
        self.written = Written()
        self.open: list[_Open] = []
        self.entities: list[dict[str, Any]] = []
        self.may_quote = True
        """Nothing was written in this line yet."""

    def read(self) -> None:
        while self.at < self.size:
            if self._escaped() or self._plain():
                continue
            if self.data[self.at] == ord("\n"):
                self._line_ends()
            elif self._is_end():
                self._close(self.open.pop())
            elif not self._last_line_of_quote():
                self._begin()
        if self.open and self.open[-1].kind in _QUOTES:
            self._keep(self.open.pop())
        if self.open:
            raise self._no_end()

    @property
    def _top(self) -> str:
        return self.open[-1].kind if self.open else ""

    @property
    def _in_quote(self) -> bool:
        return any(one.kind in _QUOTES for one in self.open)

    def _escaped(self) -> bool:
        following = self.data[self.at + 1]
        if self.data[self.at] != ord("\\") or not 0 < following <= 126:
            return False
        self._write(self.data[self.at + 1 : self.at + 2])
        self.at += 2
        return True

    def _plain(self) -> bool:
        """Everything up to the next byte that could mean something."""
        meaning = _IN_CODE if self._top in _CODE else _RESERVED
        end = self.at
        while (
            end < self.size
            and self.data[end] not in meaning
            and (end == self.at or self.data[end] != ord("\\"))
        ):
            end += 1
        if end == self.at:
            return False
        self._write(self.data[self.at : end])
        self.at = end
        return True

    def _write(self, piece: bytes) -> None:
        self.written.add(piece)
        self.may_quote = self.may_quote and not piece.strip(b"\r")

    def _line_ends(self) -> None:
        """A quote goes on where the next line begins with its mark."""
        goes_on = self.data[self.at + 1] == ord(">")
        if self._in_quote and not goes_on and self._top not in _QUOTES:
            raise self._no_end()
        self.written.add(b"\n")
        self.may_quote = True
        self.at += 1
        if self._in_quote and goes_on:
            self.at += 1
        elif self._in_quote:
            self._keep(self.open.pop())

    def _is_end(self) -> bool:
        if self._top == "italic":
            return self._next(b"_") and not self._next(b"__")
        end = _ENDS.get(self._top)
        return end is not None and self._next(end)

    def _last_line_of_quote(self) -> bool:
        """`||` behind its last word makes a quote expandable."""
        if self._top not in _QUOTES or not self._next(b"||"):
            return False
        rest = self.data[self.at + 2 : self.size].lstrip(b"\r")
        if rest and (not rest.startswith(b"\n") or rest.startswith(b"\n>")):
            return False
        self.open[-1].kind = "expandable_blockquote"
        self.at += 2
        return True

    def _begin(self) -> None:
        at, language = self.at, ""
        kind = self._kind_of_mark()
        if kind == "pre":
            language = self._language()
            kind = "pre_code" if language else "pre"
        self.open.append(_Open(kind, at, len(self.written.data), self.written.units, language))

    def _kind_of_mark(self) -> str:
        """What begins here; its mark is passed."""
        for mark, kind in (
            (b"__", "underline"),
            (b"||", "spoiler"),
            (b"![", "custom_emoji"),
            (b"```", "pre"),
        ):
            if self._next(mark):
                self.at += len(mark)
                return kind
        byte = self.data[self.at]
        self.at += 1
        if byte == ord("_"):
            return "italic"
        if byte == ord("`"):
            return "code"
        if byte == ord(">") and self.may_quote and not self._in_quote:
            return "blockquote"
        if byte in _ONE_BYTE:
            return _ONE_BYTE[byte]
        raise cannot_parse(f"Character '{chr(byte)}' is reserved and must be escaped with the preceding '\\'")

    def _language(self) -> str:
        """The word right behind three backticks, when something follows it; one line break after it is passed."""
        end = self.at
        while self.data[end] not in _SPACES and self.data[end] != ord("`"):
            end += 1
        language = ""
        if end != self.at and end < self.size and self.data[end] != ord("`"):
            language = self.data[self.at : end].decode("utf-8", "replace")
            self.at = end
        if self.data[self.at] in b"\r\n":
            pair = self.data[self.at + 1] in b"\r\n" and self.data[self.at + 1] != self.data[self.at]
            self.at += 2 if pair else 1
        return language

    def _close(self, opened: _Open) -> None:
        self.at += len(_ENDS.get(opened.kind, b"_"))
        if opened.kind == "text_link":
            link, self.at = read_link(self.data, self.at, self.size, "a URL")
            self._keep_link(opened, link)
        elif opened.kind == "custom_emoji":
            link, self.at = read_link(self.data, self.at, self.size, "a custom emoji URL")
            self._keep(opened, emoji_or_moment(link))
        elif opened.kind == "pre_code":
            self._keep(opened, {"type": "pre", "language": opened.language})
        else:
            self._keep(opened)

    def _keep_link(self, opened: _Open, link: Link) -> None:
        """A link without an address is its own words."""
        place = self._place(opened)
        url = self.written.since(opened.begin) if link is None else link
        if place["length"] and (entity := link_entity(url, place)):
            self.entities.append(entity)

    def _keep(self, opened: _Open, what: dict[str, Any] | None = None) -> None:
        place = self._place(opened)
        if place["length"]:
            self.entities.append(place | (what or {"type": opened.kind}))

    def _place(self, opened: _Open) -> dict[str, Any]:
        return {"offset": opened.offset, "length": self.written.units - opened.offset}

    def _next(self, mark: bytes) -> bool:
        return self.data.startswith(mark, self.at)

    def _no_end(self) -> Exception:
        last = self.open[-1]
        return cannot_parse(f"Can't find end of {_NAMES[last.kind]} entity at byte offset {last.at}")
