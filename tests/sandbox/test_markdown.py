"""MarkdownV2 as Telegram reads it: its marks, its escapes, its complaints at the byte where they arise."""

from typing import Any

import pytest

from sandbox.text.html_writer import write_html
from sandbox.text.reading import read_formatted
from tests.sandbox.line import ANNA, Line

RESERVED = "]()#+-=|{}.!"


@pytest.mark.parametrize("sign", RESERVED)
async def test_a_reserved_character_must_be_escaped(line: Line, sign: str) -> None:
    assert await line.refusal("sendMessage", chat_id=ANNA, text=f"Ohrid{sign}", parse_mode="MarkdownV2") == (
        f"400 Bad Request: can't parse entities: Character '{sign}' is reserved "
        "and must be escaped with the preceding '\\'"
    )
    sent = await line.ok("sendMessage", chat_id=ANNA, text=f"Ohrid\\{sign}", parse_mode="MarkdownV2")
    assert sent["text"] == f"Ohrid{sign}"


@pytest.mark.parametrize(
    ("source", "description"),
    [
        ("🏖 море_x", "Can't find end of Italic entity at byte offset 13"),
        ("_x * y _", "Can't find end of Italic entity at byte offset 7"),
        ("*bold", "Can't find end of Bold entity at byte offset 0"),
        ("да`x", "Can't find end of Code entity at byte offset 4"),
        ("```x", "Can't find end of Pre entity at byte offset 0"),
        ("```x y", "Can't find end of PreCode entity at byte offset 0"),
        ("```x y`", "Can't find end of Code entity at byte offset 6"),
        ("__x _y___", "Can't find end of Italic entity at byte offset 8"),
        ("_x__", "Can't find end of Underline entity at byte offset 2"),
        ("||x\\|", "Can't find end of Spoiler entity at byte offset 0"),
        ("[x](y\\)", "Can't find end of a URL at byte offset 4"),
        ("[x", "Can't find end of TextUrl entity at byte offset 0"),
        ("![x]", "Custom emoji entity must contain a tg://emoji URL"),
        ("![x](tg://emoji?id=1", "Can't find end of a custom emoji URL at byte offset 5"),
        ("![x](t://emoji?id=1)", "Custom emoji URL must have scheme tg"),
        ("![x](tg:emojis?id=1)", 'Custom emoji URL must have host "emoji"'),
        ("![x](tg://emoji?no=1#&id=2)", "Custom emoji URL must have an emoji identifier"),
        ("![x](tg://emoji?id=025)", "Invalid custom emoji identifier specified"),
        ("x>y", "Character '>' is reserved and must be escaped with the preceding '\\'"),
        ("*x*\r>y", "Character '>' is reserved and must be escaped with the preceding '\\'"),
        (">x\n>y > z", "Character '>' is reserved and must be escaped with the preceding '\\'"),
        (">*x\n>y \nz*", "Can't find end of Bold entity at byte offset 1"),
        (">x||y\n||z", "Can't find end of Spoiler entity at byte offset 2"),
        (">x||\n||y", "Can't find end of Spoiler entity at byte offset 5"),
    ],
)
def test_what_telegram_cannot_read(source: str, description: str) -> None:
    with pytest.raises(Exception, match="can't parse entities") as refused:
        read_formatted(source, "MarkdownV2", None)
    assert str(refused.value).endswith(f"can't parse entities: {description}")


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("\\\\\\_\\*\\`\\a\\➡", "\\_*`a\\➡", []),
        (
            "*a*_b_~c~||d||`e`__f__",
            "abcdef",
            ["bold 0 1", "italic 1 1", "strikethrough 2 1", "spoiler 3 1", "code 4 1", "underline 5 1"],
        ),
        ("🏖_🏖 *🏖*_", "🏖🏖 🏖", ["italic 2 5", "bold 5 2"]),
        ("_a __b___", "a b", ["italic 0 3", "underline 2 1"]),
        ("__a _b_ __c", "a b c", ["underline 0 4", "italic 2 1"]),
        ("a**b____c``d", "abcd", []),
        ("x_* * ` `_y", "x   y", ["italic 1 3", "bold 1 1", "code 3 1"]),
        ("`_* [x](y) >*`", "_* [x](y) >*", ["code 0 12"]),
        ("`a\\`b\\\\`", "a`b\\", ["code 0 4"]),
        ("```\nselect 1```", "select 1", ["pre 0 8"]),
        (">a", "a", ["blockquote 0 1"]),
        ("x\n>a\n>b\ny", "x\na\nb\ny", ["blockquote 2 4"]),
        (">a\n**>b", "a\nb", ["blockquote 0 2", "blockquote 2 1"]),
        (">*a\n>b*\nx", "a\nb\nx", ["blockquote 0 4", "bold 0 3"]),
        ("*a\n>b\nc*", "a\nb\nc", ["bold 0 5", "blockquote 2 2"]),
        (">`b\n>c`\n>d\nx", "b\n>c\nd\nx", ["blockquote 0 7", "code 0 4"]),
        (">a\n>b||c||d||\nx", "a\nbcd\nx", ["expandable_blockquote 0 6", "spoiler 3 1"]),
        (">a\n>b||c||\nx", "a\nbc\nx", ["blockquote 0 5", "spoiler 3 1"]),
    ],
)
def test_marks_become_entities(source: str, text: str, entities: list[str]) -> None:
    read, found = read_formatted(source, "MarkdownV2", None)

    assert read == text
    assert [f"{one['type']} {one['offset']} {one['length']}" for one in found] == entities


@pytest.mark.parametrize(
    ("source", "more"),
    [
        (
            "[x](https://x.example/a?b=\\(1\\)&c=\\\\)",
            {"type": "text_link", "url": "https://x.example/a?b=(1)&c=\\"},
        ),
        ("[x](x.example)", {"type": "text_link", "url": "http://x.example/"}),
        ("[x](tg://user?id=7)", {"type": "text_link", "url": "tg://user?id=7"}),
        ("```sql\nx```", {"type": "pre", "language": "sql"}),
        ("```sql\r\nx```", {"type": "pre", "language": "sql"}),
        ("![x](TG://EMoJI/?test=1&id=25#id=32)", {"type": "custom_emoji", "custom_emoji_id": "25"}),
        (
            "![x](tg://time?unix=1798000000&format=r)",
            {"type": "date_time", "unix_time": 1798000000, "date_time_format": "r"},
        ),
    ],
)
def test_marks_carry_their_argument(source: str, more: dict[str, Any]) -> None:
    text, [entity] = read_formatted(source, "MarkdownV2", None)

    assert text == "x"
    assert entity.items() >= more.items()


def test_a_link_without_an_address_is_its_own_words() -> None:
    text, [entity] = read_formatted("[x\\.example]", "markdownv2", None)

    assert (text, entity["url"]) == ("x.example", "http://x.example/")
    assert read_formatted("[a](javascript:x) [b]()", "MarkdownV2", None) == ("a b", [])


def test_what_was_read_can_be_shown() -> None:
    shown = write_html(*read_formatted("*Охрид* _29\\.10_\n>в 06:30", "MarkdownV2", None))

    assert shown == "<b>Охрид</b> <i>29.10</i>\n<blockquote>в 06:30</blockquote>"


async def test_captions_and_edits_speak_it_too(line: Line) -> None:
    photo = ("a.png", b"\x89PNG small")
    sent = await line.upload("sendPhoto", chat_id=ANNA, photo=photo, caption="*x*", parse_mode="MarkdownV2")
    assert sent["result"]["caption_entities"] == [{"offset": 0, "length": 1, "type": "bold"}]
    said = await line.ok("sendMessage", chat_id=ANNA, text="x")
    place = {"chat_id": ANNA, "message_id": said["message_id"]}
    edited = await line.ok("editMessageText", **place, text="||y||", parse_mode="MarkdownV2")
    assert edited["entities"] == [{"offset": 0, "length": 1, "type": "spoiler"}]
