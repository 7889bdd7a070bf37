"""Texts of notices in the agency's own words: with places for what is told, checked before they are ever sent."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from domain.entities.definitions import definition_kind
from domain.entities.notices import KINDS, NoticeKind
from domain.values.labels import Labels
from domain.values.refusals import NotFound, Refusal
from domain.values.text import units

LONGEST = 1500
"""UTF-16 units, as Telegram counts: what is told is longer than its places."""
TAGS = frozenset({"b", "i", "u", "s", "code", "pre", "blockquote"})
"""Telegram's simple ones; they carry nothing."""
_PLACE = re.compile(r"\{(\w+)\}")
_TAG = re.compile(r"<(/?)(\w+)>")


@dataclass(frozen=True)
class OwnText:
    """The agency's words for one kind of notice, in the languages it has given them in."""

    said: Labels


TEXTS = definition_kind("text", OwnText)
"""By the kind of the notice."""


def kind_with_text(key: str) -> NoticeKind:
    """A kind of notice of which the agency may have words of its own. Raises NotFound: no_such_definition."""
    kind = KINDS.get(key)
    if kind is None or not kind.places:
        raise NotFound("no_such_definition")
    return kind


def places_in(text: str) -> frozenset[str]:
    return frozenset(_PLACE.findall(text))


def check_text(kind: NoticeKind, text: str) -> None:
    """Raises Refusal: nothing_written, text_too_long, text_braces, text_place_unknown, text_place_missing, text_tags."""
    if not any(sign.isalnum() for sign in _TAG.sub("", text)):
        raise Refusal("nothing_written")
    if (long := units(text)) > LONGEST:
        raise Refusal("text_too_long", count=long, most=LONGEST)
    if set(_PLACE.sub("", text)) & {"{", "}"}:
        raise Refusal("text_braces", example="{trip}")
    used = places_in(text)
    for place in sorted(used - {*kind.places}):
        raise Refusal("text_place_unknown", place=_listed([place]), known=_listed(kind.places))
    if missing := [place for place in kind.needs if place not in used]:
        raise Refusal("text_place_missing", places=_listed(missing))
    if not is_well_formed(text):
        raise Refusal("text_tags", tags=" ".join(f"<{tag}>" for tag in sorted(TAGS)))


def _listed(places: Collection[str]) -> str:
    return ", ".join(f"{{{place}}}" for place in places)


def is_well_formed(text: str) -> bool:
    """Whether each tag is one that Telegram knows and is closed in its order, and no other < stands in the text."""
    open_tags: list[str] = []
    for closes, tag in _TAG.findall(text):
        if tag not in TAGS:
            return False
        if not closes:
            open_tags.append(tag)
        elif not open_tags or open_tags.pop() != tag:
            return False
    return not open_tags and "<" not in _TAG.sub("", text) and not _NESTED.search(text)


_NESTED = re.compile(r"<(code|pre|blockquote)>(?:(?!</\1>).)*<(?:pre|code|blockquote)>", re.DOTALL)
"""Telegram nests nothing in code, and no quotation in another."""


def told_lines(text: str, empty: Collection[str]) -> str | None:
    """Without the lines that have a place with nothing to say. None when that leaves nothing that can be sent."""
    lines = [line for line in text.split("\n") if not places_in(line) & {*empty}]
    left = "\n".join(lines).strip()
    return left if left and is_well_formed(left) else None
