"""Typesetting: facts and a template become a PDF, with the fonts of this folder and no others."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

FONTS = Path(__file__).parent / "fonts"
TEMPLATES = Path(__file__).parent / "templates"

# Nothing to see or nothing to print: control characters, halves of surrogate pairs, noncharacters, colour emoji and their joiners.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
    "\u200d\u20e3\ufe0e\ufe0f\U0001f000-\U0001faff\U000e0000-\U000e007f]"
)
_LONG_RUN = re.compile(r"(\S{32})(?=\S)")
_PRESSING = Lock()


def typeset(template: str, facts: Mapping[str, Any], made_at: datetime, *, tags: bool = True) -> bytes:
    """The PDF of `templates/<template>.typ`. Facts travel as JSON data, so nothing in them is ever read as markup.

    `made_at` (aware) is the document's date: the same facts make the same bytes. `tags` help screen readers, and cost time.
    """
    with _PRESSING:
        pdf = _compiler().compile(
            TEMPLATES / f"{template}.typ",
            format="pdf",
            sys_inputs={"facts": json.dumps(facts, ensure_ascii=False)},
            timestamp=int(made_at.timestamp()),
            pdf_tags=tags,
        )
    assert isinstance(pdf, bytes)
    return pdf


def printable(text: str | None) -> str:
    """Somebody's words as paper can carry them: no control characters or emoji; an endless word may be broken."""
    return _LONG_RUN.sub("\\1\u200b", legible(text))


def legible(text: str | None) -> str:
    """Somebody's words without what no paper and no file can carry."""
    return re.sub(r" {2,}", " ", _UNPRINTABLE.sub("", (text or "").replace("\r\n", "\n"))).strip()


@cache
def _compiler() -> "typst.Compiler":
    import typst

    # typst's own fonts come with it, the same on every machine: a last resort for scripts that ours lack.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
    return typst.Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)
