"""Text and its formatting: Telegram's HTML, its entities, its lengths, its complaints."""

from typing import Any

import pytest

from sandbox.text.html_writer import write_html
from sandbox.text.reading import read_formatted
from tests.sandbox.line import ANNA, Line

EMPTY = "400 Bad Request: message text is empty"


@pytest.mark.parametrize(
    ("source", "description"),
    [
        ("12345<x>", 'Unsupported start tag "x" at byte offset 5'),
        ("да<x>", 'Unsupported start tag "x" at byte offset 4'),
        ("<b>bold", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("2 <", "Unclosed start tag at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ("<a href=x_y>x</a>", "Unexpected end of name token at byte offset 8"),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="0">x</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
async def test_html_that_telegram_cannot_read(line: Line, source: str, description: str) -> None:
    assert await line.refusal("sendMessage", chat_id=ANNA, text=source, parse_mode="HTML") == (
        f"400 Bad Request: can't parse entities: {description}"
    )


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>a</b><strong>b</strong>", "ab", [("bold", 0, 1), ("bold", 1, 1)]),
        ("<i>a</i><em>b</em>", "ab", [("italic", 0, 1), ("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", i, 1) for i in range(3)]),
        (
            '<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>',
            "ab",
            [("spoiler", 0, 1), ("spoiler", 1, 1)],
        ),
        ("<code>a</code>", "a", [("code", 0, 1)]),
        ("<pre>a</pre>", "a", [("pre", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<B>a</B> x", "a x", [("bold", 0, 1)]),
        ("<b></b>nothing", "nothing", []),
        ("&lt;b&gt; &amp; &quot;x&quot; &#65;&#x41; &nbsp;", '<b> & "x" AA &nbsp;', []),
        ("🏖 <b>море</b>", "🏖 море", [("bold", 3, 4)]),
        ("  <b> a </b>  ", "a", [("bold", 0, 1)]),
        ("line\r\nline", "line\nline", []),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    read, found = read_formatted(source, "HTML", None)

    assert read == text
    assert [(one["type"], one["offset"], one["length"]) for one in found] == entities


@pytest.mark.parametrize(
    ("source", "more"),
    [
        (
            '<a href="https://x.example/a?b=1&amp;c=2">x</a>',
            {"type": "text_link", "url": "https://x.example/a?b=1&c=2"},
        ),
        ('<a href="x.example">x</a>', {"type": "text_link", "url": "http://x.example/"}),
        ('<a href="tg://user?id=7">x</a>', {"type": "text_link", "url": "tg://user?id=7"}),
        ('<pre><code class="language-sql">x</code></pre>', {"type": "pre", "language": "sql"}),
        ('<code class="language-sql">x</code>', {"type": "code"}),
        ('<tg-emoji emoji-id="5368324170671202286">x</tg-emoji>', {"custom_emoji_id": "5368324170671202286"}),
        ('<tg-time unix="1798000000" format="r">x</tg-time>', {"type": "date_time", "unix_time": 1798000000}),
    ],
)
def test_tags_carry_their_argument(source: str, more: dict[str, Any]) -> None:
    text, [entity] = read_formatted(source, "HTML", None)

    assert text == "x"
    assert entity.items() >= more.items()
    assert "_language" not in entity


def test_a_link_to_nowhere_is_dropped_without_a_word() -> None:
    assert read_formatted('<a href="javascript:x">x</a>', "HTML", None) == ("x", [])


@pytest.mark.parametrize("text", ["", "   ", "\n", "<b></b>"])
async def test_empty_text_is_refused(line: Line, text: str) -> None:
    assert await line.refusal("sendMessage", chat_id=ANNA, text=text, parse_mode="HTML") == EMPTY


async def test_text_is_measured_after_parsing_in_utf16_units(line: Line) -> None:
    await line.ok("sendMessage", chat_id=ANNA, text=f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    await line.ok("sendMessage", chat_id=ANNA, text="🏖" * 2048)
    for text in ("x" * 4097, "🏖" * 2048 + "x"):
        assert await line.refusal("sendMessage", chat_id=ANNA, text=text) == (
            "400 Bad Request: message is too long"
        )


async def test_a_caption_is_at_most_1024_units(line: Line) -> None:
    photo = ("a.png", b"\x89PNG small")
    caption = f"<b>{'x' * 1024}</b>"
    sent = await line.upload("sendPhoto", chat_id=ANNA, photo=photo, caption=caption, parse_mode="HTML")
    assert sent["result"]["caption_entities"] == [{"offset": 0, "length": 1024, "type": "bold"}]

    refused = await line.upload("sendPhoto", chat_id=ANNA, photo=photo, caption="x" * 1025)
    assert refused["description"] == "Bad Request: message caption is too long"


async def test_entities_may_be_given_instead_of_a_parse_mode(line: Line) -> None:
    given = [{"type": "bold", "offset": 0, "length": 2}]
    sent = await line.ok("sendMessage", chat_id=ANNA, text="Hi Anna", entities=given)

    assert sent["entities"] == given


async def test_unknown_parse_modes_are_refused(line: Line) -> None:
    assert await line.refusal("sendMessage", chat_id=ANNA, text="x", parse_mode="BBCode") == (
        "400 Bad Request: unsupported parse_mode"
    )
    assert "the old Markdown is not supported here" in await line.refusal(
        "sendMessage", chat_id=ANNA, text="x", parse_mode="Markdown"
    )


def test_commands_links_and_mentions_are_found_by_themselves() -> None:
    text = "/start@bot see https://x.example/a?b=1, write a@b.example or @boris, call +389 70 111 222"
    _, found = read_formatted(text, "", None)

    told = [(one["type"], text[one["offset"] : one["offset"] + one["length"]]) for one in found]
    assert told == [
        ("bot_command", "/start@bot"),
        ("url", "https://x.example/a?b=1"),
        ("email", "a@b.example"),
        ("mention", "@boris"),
        ("phone_number", "+389 70 111 222"),
    ]


def test_nothing_is_found_inside_code_and_fractions() -> None:
    assert [one["type"] for one in read_formatted("<code>/start</code> 1/2 a/b", "HTML", None)[1]] == ["code"]


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("<b>a<i>b</i></b> &lt;c&gt;", "<b>a<i>b</i></b> &lt;c&gt;"),
        ("🏖 <b>море</b>", "🏖 <b>море</b>"),
        (
            '<pre><code class="language-sql">a</code></pre>',
            '<pre><code class="language-sql">a</code></pre>',
        ),
        (
            '<a href="https://x.example/?a=1&amp;b=&quot;">x</a>',
            '<a href="https://x.example/?a=1&amp;b=&quot;">x</a>',
        ),
    ],
)
def test_what_was_read_can_be_shown_again(source: str, html: str) -> None:
    assert write_html(*read_formatted(source, "HTML", None)) == html


def test_crossing_entities_are_closed_and_opened_again() -> None:
    crossing = [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 2}]

    assert write_html("abc", crossing) == "<b>a<i>b</i></b><i>c</i>"


async def test_the_page_gets_html_that_cannot_hurt_it(line: Line) -> None:
    await line.says(ANNA, "<script>alert(1)</script>")

    assert (await line.sees(ANNA))["messages"][-1]["html"] == "&lt;script&gt;alert(1)&lt;/script&gt;"
