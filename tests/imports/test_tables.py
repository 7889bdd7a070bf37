"""CSV and XLSX: whatever separates, in whatever encoding; and what no table is."""

import io
import zipfile

import pytest

from domain.entities.client_imports import Column
from domain.values.refusals import Refusal
from imports.rows import IN_A_CHAT, Limits
from imports.tables import counts
from tests.imports.reading import cells, packed, read, table, workbook

RUSSIAN = "Имя;Фамилия;Телефон;Дата рождения\nИван;Петров;0888 123 456;12.04.1985\nАнна;Щербакова;;\n"
CHINESE = "姓名,手机,生日\n王小明,13800138000,1985年4月12日\n李美,13900139000,\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1251", "cp866", "koi8-r"]
)
def test_a_russian_table_in_any_encoding(encoding: str) -> None:
    assert cells(RUSSIAN.encode(encoding))[1][:2] == ("Иван", "Петров")


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb18030", "utf-16"])
def test_a_chinese_table_in_any_encoding(encoding: str) -> None:
    assert cells(CHINESE.encode(encoding))[1] == ("王小明", "13800138000", "1985年4月12日")


def test_another_encoding_is_chosen_when_the_guess_was_wrong() -> None:
    content = RUSSIAN.encode("koi8-r")
    assert table(content, encoding="windows-1251").first[1][1][0] != "Иван"
    assert table(content, encoding="koi8-r").first[1][1][0] == "Иван"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_whatever_separates(separator: str) -> None:
    rows = ["Name{0}Phone{0}Notes", '"Petrov{0} Ivan"{0}+359888123456{0}"two\nlines"', "Anna{0}{0}"]
    text = "\r\n".join(rows).format(separator)
    assert cells(text.encode())[1] == (f"Petrov{separator} Ivan", "+359888123456", "two\nlines")


def test_the_line_that_excel_writes_first_is_no_row() -> None:
    assert cells(b"sep=|\nname|phone\nAnna;B|0888123456\n")[0] == ("name", "phone")


def test_columns_are_known_by_their_names() -> None:
    found = table("Клиент;Тел.;E-mail;Рожден ден;Имя латиницей;Етикети;Отстъпка\nА;1;;;;;\n".encode())
    assert found.columns == (
        Column.NAME,
        Column.PHONE,
        Column.EMAIL,
        Column.BIRTHDAY,
        Column.LATIN_NAME,
        Column.TAGS,
        None,
    )
    assert found.has_header


def test_a_name_alone_is_the_whole_name() -> None:
    assert table("Имя;Телефон\nИван;1\n".encode()).columns == (Column.NAME, Column.PHONE)
    assert table(b"Name;Last name\nIvan;Petrov\n").columns == (Column.FIRST_NAME, Column.LAST_NAME)


def test_without_a_header_nothing_is_concluded() -> None:
    found = table("Иван Петров;0888123456\nАнна;0888123457\n".encode())
    assert (found.columns, found.has_header) == (None, False)


def test_a_workbook_is_read_as_it_shows() -> None:
    content = workbook(
        ("Name", "Phone", "Date of birth", "Notes"),
        ("Ivan Petrov", 359888123456, "1985-04-12", "=1+1"),
        (None, None, None, None),
        ("Anna", "+359888123457", None, "@home"),
    )
    first, second = read(content)
    assert first.facts is not None
    assert (first.facts.phone, first.facts.notes) == (
        "+359888123456",
        None,
    )  # nobody has reckoned the formula
    assert second.line == 4
    assert second.facts is not None
    assert second.facts.notes == "@home"


@pytest.mark.parametrize(
    "plain",
    [
        b"name,phone\nAnna,+359888123456\n",
        b"BEGIN:VCARD\nFN:Anna\nTEL:+359888123456\nEND:VCARD\n",
        workbook(("name", "phone"), ("Anna", "+359888123456")),
    ],
    ids=["csv", "vcard", "xlsx"],
)
def test_a_packed_list_is_read_as_it_is(plain: bytes) -> None:
    [row] = read(packed(clients_any=plain))
    assert row.facts is not None
    assert (row.facts.name, row.facts.phone) == ("Anna", "+359888123456")
    assert max(counts(io.BytesIO(plain), table(plain), IN_A_CHAT)) in {1, 2}


def test_all_rows_are_counted_before_any_is_taken() -> None:
    content = b"name\n" + b"Anna\n" * 120
    assert [*counts(io.BytesIO(content), table(content), IN_A_CHAT)] == [50, 100, 121]
    with pytest.raises(Refusal) as refused:
        max(counts(io.BytesIO(content), table(content), Limits(rows=100)))
    assert (refused.value.kind, refused.value.facts) == ("table_too_long", {"most": 100})


def test_rows_go_on_after_a_line() -> None:
    content = b"name,phone\nAnna,\nBoris,\nVera,\n"
    assert [row.line for row in read(content, after=2)] == [3, 4]


def _sheet(body: str) -> bytes:
    """A workbook whose only sheet is this."""
    plain = io.BytesIO(workbook(("name", "phone")))
    made = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = body.encode() if part.filename == "xl/worksheets/sheet1.xml" else old.read(part)
            new.writestr(part.filename, content)
    return made.getvalue()


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{0}</sheetData></worksheet>'
FAR = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>far</t></is></c></row>'
ENTITIES = '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + SHEET.format(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
)


def test_a_cell_at_the_far_end_is_read() -> None:
    assert table(_sheet(SHEET.format(FAR.format(1_048_576)))).first == ((1_048_576, ("far",)),)


def _bent(archive: bytes) -> bytes:
    """Other bytes in the middle of what is packed."""
    return archive[:40] + bytes(60 ^ one for one in archive[40:60]) + archive[60:]


NOT_ONE = {
    "nothing": (b"", "table_empty"),
    "only empty rows": (b";;\n;;\n", "table_empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "table_not_known"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "table_old_excel"),
    "a broken workbook": (workbook(("name",))[:900], "workbook_broken"),
    "two files in one": (packed(a_csv=b"name\n", b_csv=b"name\n"), "zip_of_several"),
    "another program's document": (packed(mimetype=b"x", content_xml=b"<x/>"), "table_not_known"),
    "a ZIP in a ZIP": (packed(a_zip=packed(a_csv=b"name\n")), "table_not_known"),
    "an empty ZIP": (b"PK\x03\x04" + b"\0" * 90, "workbook_broken"),
    "a ZIP that was bent": (_bent(packed(a_csv=b"name,phone\nAnna,1\n" * 200)), "workbook_broken"),
    "a row no sheet has": (_sheet(SHEET.format(FAR.format(99_999_999_999))), "table_too_long"),
    "entities": (_sheet(ENTITIES), "workbook_broken"),
    "quotes that never close": (b'name,phone\n"Anna,1\nBoris,2\n', "table_quotes"),
    "a line without an end": (b"name,phone\n" + b"a" * 2_000_000, "table_cell_too_long"),
    "a long cell": (b"name,phone\n" + b"a" * 20_000 + b",1\n", "table_cell_too_long"),
    "a hundred columns": (b"name" + b",x" * 100 + b"\n", "table_too_wide"),
}


@pytest.mark.parametrize("name", NOT_ONE)
def test_what_is_refused(name: str) -> None:
    content, kind = NOT_ONE[name]
    with pytest.raises(Refusal) as refused:
        table(content)
    assert refused.value.kind == kind


def test_the_line_of_what_cannot_be_read_is_told() -> None:
    content = b"name,phone\n" + b"Anna,1\n" * 20_000 + b"\xff\xfe\xfd,2\n"
    with pytest.raises(Refusal) as refused:
        read(content)
    assert refused.value.kind == "table_encoding"
    assert refused.value.facts["line"] <= 20_002


@pytest.mark.parametrize(
    ("limits", "kind"),
    [
        (Limits(rows=1), "table_too_long"),
        (Limits(unpacked=100), "workbook_too_big"),
        (Limits(strings=10), "workbook_too_big"),
    ],
)
def test_what_a_workbook_may_be(limits: Limits, kind: str) -> None:
    content = workbook(("name", "phone"), ("Anna", "1"), ("Boris", "2"))
    for one in (content, packed(clients_xlsx=content)):
        with pytest.raises(Refusal) as refused:
            read(one, limits)
        assert refused.value.kind == kind


def test_a_bomb_is_not_unpacked() -> None:
    content = packed(clients_csv=b"0" * (IN_A_CHAT.unpacked + 1))
    assert len(content) < 1_000_000
    with pytest.raises(Refusal) as refused:
        table(content)
    assert refused.value.kind == "workbook_too_big"
