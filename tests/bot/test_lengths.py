"""Long texts: every part fits, no tag is torn, nothing is lost."""

import re
from html import escape, unescape

from hypothesis import given
from hypothesis import strategies as st

from domain.values.text import units
from locales.lengths import MOST, fitting

TAG = re.compile(r"<(/?)(\w+)[^>]*>")

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60) | st.sampled_from(
    ["Ohrid ", "Охрид & Битола", "奥赫里德", "🏖👨‍👩‍👧", "x" * 300, " " * 300, "\n", "\n\n", "'\"<b>"]
)
LINKS = st.sampled_from(
    [("<b>", "</b>"), ("<i>", "</i>"), ('<a href="https://x.example/?a=1&amp;b=2">', "</a>")]
)
PIECES = st.recursive(
    WORDS.map(escape),
    lambda inner: st.tuples(LINKS, st.lists(inner, max_size=5)).map(
        lambda made: made[0][0] + "".join(made[1]) + made[0][1]
    ),
    max_leaves=20,
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


def visible(html: str) -> str:
    return unescape(TAG.sub("", html))


def balanced(html: str) -> bool:
    open_tags: list[str] = []
    for found in TAG.finditer(html):
        if not found[1]:
            open_tags.append(found[2])
        elif not open_tags or open_tags.pop() != found[2]:
            return False
    return not open_tags


def ink(text: str) -> str:
    """Without white space: where one message ends and the next begins, a line ends anyway."""
    return "".join(text.split())


@given(TEXTS, st.sampled_from([256, 1024, MOST]))
def test_parts_fit_hold_their_tags_and_lose_nothing(html: str, most: int) -> None:
    parts = fitting(html, most)

    assert all(units(visible(part)) <= most for part in parts)
    assert all(balanced(part) for part in parts)
    assert ink("".join(visible(part) for part in parts)) == ink(visible(html))


@given(TEXTS)
def test_no_part_is_empty_and_no_sign_is_torn(html: str) -> None:
    parts = fitting(html, 256)

    if len(parts) > 1:
        assert all(visible(part).strip() for part in parts)
    for part in parts:
        assert part.encode().decode() == part
        assert not re.search(r"<[^>]*$", TAG.sub("", part).replace("&lt;", ""))


def test_a_long_list_is_cut_where_a_line_ends() -> None:
    lines = [f"<b>{number}</b> Ана Петрова · № {number}" for number in range(400)]

    parts = fitting("\n".join(lines))

    assert len(parts) > 1
    assert "\n".join(parts).split("\n") == lines


def test_an_entity_stays_whole_wherever_the_cut_falls() -> None:
    for shift in range(12):
        parts = fitting("x" * shift + "&#x27;&amp;&lt;" * 900, 256)
        assert "".join(visible(part) for part in parts) == "x" * shift + "'&<" * 900
