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

# Control characters, halves of surrogate pairs, noncharacters: no file carries them.
_ILLEGIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
# Emoji, which our fonts lack: without them a name is the same name.
_EMOJI = re.compile(
    "[\u20e3\u231a\u231b\u23e9-\u23f3\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa-\u26ff\u2705\u270a-\u270d"
    "\u2728\u274c-\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f000-\U0001faff]"
)
_LONG_RUN = re.compile(r"(\S{32})(?=\S)")
_PRESSING = Lock()


def typeset(template: str, facts: Mapping[str, Any], made_at: datetime, *, tags: bool = True) -> bytes:
    """The PDF of `templates/<template>.typ`. Facts travel as JSON, so nothing in them is ever read as markup.

    `made_at` (aware) is the document's date: the same facts make the same bytes.
    `tags` help screen readers, and cost time.
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
    """Somebody's words as paper can carry them: without emoji, and an endless word may be broken."""
    whole = legible(text)
    return _LONG_RUN.sub("\\1\u200b", legible(_EMOJI.sub("", whole)) or whole)


def legible(text: str | None) -> str:
    """Somebody's words without what no paper and no file can carry."""
    return re.sub(r" {2,}", " ", _ILLEGIBLE.sub("", (text or "").replace("\r\n", "\n"))).strip()


@cache
def _compiler() -> "typst.Compiler":
    import typst

    # typst's own fonts come with it, the same on every machine: a last resort for scripts that ours lack.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
    return typst.Compiler(root=TEMPLATES, font_paths=fonts, ignore_system_fonts=True)
