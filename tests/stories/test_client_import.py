"""Clients from a file: what would be added is seen first, added once, and taken back; and files that cannot be read."""

import asyncio
import io
import zipfile

import pytest

from domain.entities.people import Role
from imports.client_files import WRITERS
from imports.rows import IN_A_CHAT
from papers import parting
from tests.people import Person
from tests.taps.cast import asks_for_lisbon
from tests.world import World

CSV = (
    "Name;Phone;E-mail;Date of birth;Tags;Notes\n"
    "Ivan Petrov;0888 123 456;ivan@example.com;12.04.1985;VIP;window seat\n"
    "Anna Ivanova;0888 123 457;;;;\n"
    "Georgi Stoev;0888 123 457;;;;\n"
    "Boris;12;;;;\n"
    "Elena Dimova;0888 123 458;elena@example.com;;;=1+1\n"
)


async def sends(person: Person, content: bytes, name: str = "clients.csv", mime: str = "text/csv") -> None:
    await person.says("/import")
    if again := [one for one in person.buttons if one.startswith("➕")]:
        await person.taps(again[0])
    await person.sends((name, mime, content))


async def test_clients_come_from_a_file_and_go_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    olga = await world.colleague("Olga", Role.MANAGER)
    await sends(olga, CSV.encode("windows-1251"))
    olga.hears("📇 clients.csv is read: 3 new clients, 0 on file. Nothing has changed yet.")
    await olga.taps("👁 Show")
    olga.hears("➕ 3 new clients", "🪞 1 row may be one on file", "⚠️ 1 row with errors")
    await olga.taps("⚠️ Errors as a file")
    [*_sent, file] = [message["file"] for message in olga.chat if message.get("file")]
    told = (await world.download(file["url"])).decode("utf-8-sig")
    assert "Boris,12,,,,,not a phone number: 12,5" in told
    await olga.taps("🪞 Maybe the same")
    olga.hears("4. Georgi Stoev: the same phone or e-mail as in line 3")
    await olga.taps("4. Georgi Stoev")
    await olga.taps("➕ A new client")
    await olga.taps("◀ Back")
    await olga.taps("✅ Import 4 clients")
    olga.hears("✅ clients.csv is imported: 4 clients added.")
    await olga.says("Georgi")
    olga.hears("Georgi Stoev")

    await olga.says("/export")
    olga.hears("Clients as a file", "4 clients")
    await olga.taps("When")
    await olga.says("long ago")
    olga.hears("Please write a year, a month or days")
    await olga.says("2024-2025")
    olga.hears("Travelled between 1 January 2024 and 31 December 2025", "0 clients")
    await olga.taps("✓ When")
    await olga.taps("Whenever")
    await olga.taps("Colleague")
    await olga.taps("Olga")
    olga.hears("🙋 Clients of Olga", "0 clients")
    await olga.taps("All")
    await olga.taps("Tag")
    await olga.says("VIP")
    olga.hears("#vip", "1 client")
    monkeypatch.setattr(parting, "HANDY", 10)
    monkeypatch.setattr(parting, "IN_A_CHAT", 10)
    await olga.taps("📇 File as CSV")
    olga.hears("“Clients.csv” would have 1 MB, and Telegram takes 50 at most. Please ask for less at a time")
    await olga.says("/export")
    monkeypatch.setattr(parting, "HANDY", 200)
    await olga.taps("📇 Contacts file (vCard)")
    olga.hears("Part 1 of 4", "[Clients 1-4.vcf]", "Part 4 of 4", "[Clients 4-4.vcf]")
    monkeypatch.undo()
    await olga.says("/export")
    await olga.taps("Tag")
    await olga.says("VIP")
    monkeypatch.setitem(WRITERS, "csv", len)
    await olga.taps("📇 File as CSV")
    olga.hears("“Clients.csv” could not be made. Please try again a little later.")
    monkeypatch.undo()
    await olga.taps("📇 File as CSV")
    [*_sent, file] = [message["file"] for message in olga.chat if message.get("file")]
    told = (await world.download(file["url"])).decode("utf-8-sig")
    assert told.splitlines()[1] == "Ivan Petrov,,'+359888123456,ivan@example.com,1985-04-12,,,vip"
    await olga.says("/export")
    await olga.taps("🕘 History")
    olga.hears("csv, #vip: 1")

    await sends(olga, CSV.encode().replace(b"Elena Dimova;0888 123 458;", b"Elena Dimova;;"))
    olga.hears("📇 clients.csv is read: 0 new clients, 2 on file. Nothing has changed yet.")

    await olga.says("/import")
    await olga.taps("#1 clients.csv")
    anna = await world.person("Anna", phone="+359888123457")
    await anna.says("/start")
    await asks_for_lisbon(anna)
    await olga.taps("↩️ Take all of it back")
    olga.hears("↩️ The import of clients.csv is taken back.", "1 client stayed: more has come since.")
    await olga.taps("👁 Show")
    olga.hears("↩️ 3 rows taken back", "1 client stayed")
    await olga.taps("What stayed")
    olga.hears("Anna Ivanova")
    await anna.says("/start")
    anna.hears("Lisbon")


def packed(**files: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "/", 1).replace("_", "."), content)
    return kept.getvalue()


BOMB = {"xl_workbook_xml": b"<workbook/>", "xl_sheet_xml": bytes(IN_A_CHAT.unpacked + 1)}
MILLION = {"all_clients_csv": b"name\n" + b"A\n" * 1_000_000}
CARDS = "".join(
    f"BEGIN:VCARD\nVERSION:3.0\nFN:Иван Петров{number}\nTEL:088810{number:04}\nEND:VCARD\n"
    for number in range(40)
)
OF_1998 = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
    b"N;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=CF=E5=F2=F0=EE=E27;=C8=E2=\r\n=E0=ED\r\n"
    b"TEL;CELL:0888 100 007\r\nEND:VCARD\r\n"
)


async def test_a_file_that_cannot_be_read_gets_a_sentence_until_one_can(world: World) -> None:
    olga = await world.colleague("Ольга", Role.OWNER, "ru")
    await olga.says("/import")
    await olga.sends(("clients.pdf", "application/pdf", b"%PDF-1.7"))
    olga.hears("Файл «clients.pdf» как список клиентов прочитать не могу.")
    for content, words in (
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Это файл старого Excel (XLS)."),
        ('Имя;Телефон\n"Иван;1\nАнна;2\n'.encode(), "В строке 2 не сходятся кавычки."),
        (b"BEGIN:VCARD\nFN:Anna\n", "У карточки, которая начинается в строке 1, нет конца."),
        (packed(**BOMB), "В распакованном виде файл больше 200 МБ."),
        (packed(**MILLION), "В файле больше 100000 строк."),
    ):
        await sends(olga, content)
        olga.hears("⚠️ Файл clients.csv прочитать не удалось. Ничего не изменено.")
        await olga.taps("👁 Показать")
        olga.hears(words)
    await sends(olga, "王小明,13800138000\n李美,13900139000\n".encode("gbk"))
    olga.hears("📇 Файл clients.csv получен. Скажите, пожалуйста, что в его столбцах.")
    await olga.taps("👁 Показать")
    await olga.taps("Столбцы")
    olga.hears("王小明 | 13800138000")
    await olga.taps("✅ Читать файл так")
    assert olga.toast == "Сначала укажите, пожалуйста, в каком столбце имена."
    await olga.taps("王小明: ?")
    await olga.taps("Полное имя")
    await olga.taps("13800138000: ?")
    await olga.taps("Телефон")
    await olga.taps("✅ Читать файл так")
    olga.hears("📇 Файл clients.csv прочитан: 2 новых клиента, 0 уже есть. Пока ничего не изменено.")
    await olga.taps("👁 Показать")
    await olga.taps("✅ Импортировать 2 клиентов")
    olga.hears("✅ Импорт clients.csv завершён: добавлено 2 клиента.")


async def test_two_files_at_once_bring_nobody_twice(world: World) -> None:
    """Forty cards of a telephone, and one of 1998 with somebody who is among them."""
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    for one, content in ((olga, CARDS.encode()), (boris, OF_1998)):
        await sends(one, content, "contacts.vcf", "text/vcard")
        await one.taps("👁")
    olga.sees("✅ Import 40 clients")
    boris.sees("✅ Импорт на 1 клиент")
    await asyncio.gather(olga.taps("✅ Import 40 clients"), boris.taps("✅ Импорт на 1 клиент"))
    await world.settle()
    assert (
        await world.database.read(lambda unit: len(unit.repositories.clients.with_phone("+359888100007")))
        == 1
    )
    await olga.looks()
    await olga.says("Иван Петров7")
    olga.hears("Иван Петров7")
