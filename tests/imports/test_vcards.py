"""Cards of every version, as phones of twenty-five years wrote them."""

import pytest

from domain.entities.client_imports import ClientFacts, ReadRow
from domain.values.language import Language
from domain.values.refusals import Refusal
from imports.rows import Limits
from tests.imports.reading import read

OLD = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
    b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9F=D0=B5=D1=82=D1=80=D0=BE=D0=B2;=D0=98=D0=B2=D0=B0=\r\n"
    b"=D0=BD;;;\r\n"
    b"TEL;CELL;PREF:+359888123456\r\nTEL;HOME;VOICE:02 987 65 43\r\nTEL;FAX:02 111 11 11\r\n"
    b"EMAIL;INTERNET:Ivan@Example.com\r\n"
    b"ADR;HOME:;;Main St. 1;Sofia;;1000;Bulgaria\r\n"
    b"BDAY:19850412\r\nPHOTO;ENCODING=BASE64;TYPE=JPEG:\r\n /9j/4AAQSkZJRgABAQEAYABgAAD\r\n /2wBDAAgGBgcG\r\n\r\n"
    b"NOTE;ENCODING=QUOTED-PRINTABLE:two=0D=0Alines\r\nEND:VCARD\r\n"
)
OF_1998 = (
    b"begin:vcard\r\nversion:2.1\r\nfn:Frank Dawson\r\nn:Dawson;Frank\r\norg:Lotus Development Corporation\r\n"
    b"tel;work;voice:+1-617-693-8728\r\nemail;internet:frank_dawson@lotus.com\r\nrev:19980217T120000Z\r\nend:vcard\r\n"
)
THREE = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Щербакова;Юлия;Петровна;;\nFN:Юлия Щербакова\n"
    "item1.TEL;TYPE=CELL,VOICE:8 916 123-45-67\nCATEGORIES:VIP,Охрид\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\n"
    "NOTE:море\\, солнце\\nи вино\\; много \n того\nEND:VCARD\n"
).encode()
FOUR = (
    'BEGIN:VCARD\nVERSION:4.0\nFN:王小明\nTEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+86-138-0013-8000;ext=5\n'
    "BDAY:--0229\nLANG;PREF=1:zh\nEMAIL:xiao@example.cn\nEND:VCARD\n"
).encode()


def facts(content: bytes) -> ClientFacts:
    [row] = read(content)
    assert row.facts is not None, row
    return row.facts


def test_a_card_of_an_old_phone() -> None:
    told = facts(OLD)
    assert (told.name, told.phone, told.email) == ("Иван Петров", "+359888123456", "ivan@example.com")
    assert told.born_on is not None
    assert told.born_on.isoformat() == "1985-04-12"
    assert told.address == "Main St. 1, Sofia, 1000, Bulgaria"
    assert told.notes == "two\nlines\n+35929876543"


def test_a_card_of_1998() -> None:
    told = facts(OF_1998)
    assert (told.name, told.phone, told.email) == ("Frank Dawson", "+16176938728", "frank_dawson@lotus.com")


def test_a_card_of_an_apple() -> None:
    told = facts(THREE)
    assert (told.name, told.phone, told.tags) == ("Юлия Щербакова", "+79161234567", ("vip", "охрид"))
    assert told.notes == "море, солнце\nи вино; много того\n🎂 29.02."
    assert told.born_on is None


def test_a_card_of_today() -> None:
    told = facts(FOUR)
    assert (told.name, told.phone, told.email) == ("王小明", "+8613800138000", "xiao@example.cn")
    assert (told.notes, told.language) == ("🎂 29.02.", Language.CHINESE)


def test_many_cards_in_one_file() -> None:
    rows = read((OLD + OF_1998 + THREE + FOUR) * 10)
    assert len(rows) == 40
    assert all(row.facts for row in rows)
    assert [row.line for row in rows][:2] == [1, OLD.count(b"\n") + 1]


def test_a_card_in_a_card_is_none_of_its_own() -> None:
    inner = b"AGENT:\r\nBEGIN:VCARD\r\nFN:Another\r\nEND:VCARD\r\n"
    assert facts(OF_1998.replace(b"rev:", inner + b"rev:")).name == "Frank Dawson"


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-8", "utf-16"])
def test_cards_that_do_not_say_how_they_are_written(encoding: str) -> None:
    lines = (
        "BEGIN:VCARD",
        "FN:Иван Петров",
        "TEL:0888123456",
        "NOTE:просит номер с видом на море",
        "END:VCARD",
        "",
    )
    assert facts("\r\n".join(lines).encode(encoding)).name == "Иван Петров"


@pytest.mark.parametrize(
    ("content", "kind", "line"),
    [
        (OF_1998 + OLD[: len(OLD) // 2], "card_breaks_off", 10),
        (b"BEGIN:VCARD\nFN:A\nEND:VCARD\nEND:VCARD\n", "card_without_beginning", 4),
        (OLD.replace(b"CHARSET=UTF-8", b"CHARSET=KLINGON"), "table_encoding", 3),
    ],
)
def test_what_is_refused(content: bytes, kind: str, line: int) -> None:
    with pytest.raises(Refusal) as refused:
        read(content)
    assert (refused.value.kind, refused.value.facts["line"]) == (kind, line)


def test_too_many_cards() -> None:
    with pytest.raises(Refusal) as refused:
        read(OF_1998 * 12, Limits(rows=10))
    assert refused.value.kind == "table_too_long"


def test_a_card_with_nothing_to_call_anybody_by() -> None:
    assert read(b"BEGIN:VCARD\nTEL:+359888123456\nEND:VCARD\n") == [
        ReadRow(1, ("", "+359888123456"), why="row_without_name", cell="+359888123456")
    ]


def test_a_sign_that_is_escaped_escapes_nothing() -> None:
    told = facts(b"BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nADR:;;A\\\\;B\\;C;;;\nEND:VCARD\n")
    assert told.address == "A\\, B;C"
