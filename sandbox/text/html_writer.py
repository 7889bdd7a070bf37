"""Text and entities back as safe HTML for the chat page; line breaks stay as they are."""

from html import escape
from typing import Any

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="tg-spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}
_SAFE = ("http://", "https://", "tg://", "mailto:", "tel:")


def write_html(text: str, entities: list[dict[str, Any]]) -> str:
    """Entities are nested as Telegram keeps them; one that crosses another is closed and opened again."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    spans = [_span(entity, encoded) for entity in entities]
    edges = sorted({0, len(encoded) // 2, *(edge for span in spans for edge in span[:2])})
    pieces: list[str] = []
    stack: list[tuple[int, int, str, str]] = []
    for begin, end in zip(edges, [*edges[1:], edges[-1]], strict=True):
        pieces += _turn(stack, [span for span in spans if span[0] == begin and span[1] > begin], begin)
        pieces.append(escape(encoded[begin * 2 : end * 2].decode("utf-16-le", "replace"), quote=False))
    return "".join(pieces)


def _turn(stack: list[Any], opening: list[Any], at: int) -> list[str]:
    """The tags that close and open at one place."""
    pieces: list[str] = []
    again = []
    while any(span[1] <= at for span in stack):
        span = stack.pop()
        pieces.append(span[3])
        if span[1] > at:
            again.append(span)
    for span in [*reversed(again), *opening]:
        stack.append(span)
        pieces.append(span[2])
    return pieces


def _span(entity: dict[str, Any], encoded: bytes) -> tuple[int, int, str, str]:
    begin = min(entity["offset"], len(encoded) // 2)
    end = min(begin + entity["length"], len(encoded) // 2)
    covered = encoded[begin * 2 : end * 2].decode("utf-16-le", "replace")
    opening, closing = _tags(entity, covered)
    return begin, end, opening, closing


def _tags(entity: dict[str, Any], covered: str) -> tuple[str, str]:
    kind = entity["type"]
    if kind == "pre" and (language := entity.get("language")):
        return f'<pre><code class="language-{escape(language)}">', "</code></pre>"
    if kind in ("text_link", "url", "email"):
        href = {"text_link": entity.get("url", ""), "email": f"mailto:{covered}"}.get(kind, covered)
        href = href if "://" in href or href.startswith("mailto:") else f"http://{href}"
        return (f'<a href="{escape(href)}">', "</a>") if href.startswith(_SAFE) else ("", "")
    return _TAGS.get(kind, ("", ""))
