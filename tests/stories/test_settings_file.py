"""All settings as one file: given to another agency, looked at there, and taken over; and files that cannot be."""

import tomllib

from domain.entities.people import Role
from tests.people import Person
from tests.world import World

TAPS = {
    "en": ("⋯ More", "📦 As a file", "📦 Send a file", "📦 Get the file"),
    "ru": ("⋯ Ещё", "📦 Файлом", "📦 Прислать файл", "📦 Получить файл"),
}


async def sends(person: Person, text: str | bytes, language: str = "en") -> None:
    content = text if isinstance(text, bytes) else text.encode()
    more, opens, sends, _gives = TAPS[language]
    await person.says("/settings")
    await person.taps(more)
    await person.taps(opens)
    await person.taps(sends)
    await person.sends(("agency.toml", "text/plain", content))


async def given(person: Person, language: str = "en") -> str:
    """The file, as it comes into the chat."""
    more, opens, _sends, gives = TAPS[language]
    await person.says("/settings")
    await person.taps(more)
    await person.taps(opens)
    await person.taps(gives)
    [*_others, file] = [message["file"] for message in person.chat if message.get("file")]
    return (await person.world.download(file["url"])).decode()


async def test_a_good_practice_goes_from_one_agency_to_another(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    told = await given(olga)
    assert tomllib.loads(told)["profile"]["name"] == "Tourdesk"
    await sends(
        olga, told.replace('"Europe/Sofia"', '"Europe/Moscow"').replace('"Tourdesk"', '"Balkan Tours"')
    )
    olga.hears("📦 agency.toml received. See what it would change; nothing has changed yet.")
    await olga.taps("👁 What would change")
    await olga.taps("☑ With name and accounts")
    olga.hears("Nothing would change: everything is already like this.")
    await olga.taps("☐ With name and accounts")
    olga.hears(
        "1 change to make:",
        "✏️ Agency (name: Tourdesk → Balkan Tours, zone: Europe/Sofia → Europe/Moscow)",
    )
    await olga.taps("✅ Make 1 change")
    olga.hears("1 change was made.", "Balkan Tours · Europe/Moscow · EUR")
    await olga.taps("⋯ More")
    await olga.taps("🕘 History")
    olga.hears("Applied from agency.toml: 1", "From a file: Agency")


async def test_what_would_change_is_named_as_people_call_it(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    told = await given(olga)
    texts = '\n[text.departure.said]\nen = "Tomorrow: {day}, {time}, {place}"\n'
    await sends(olga, told + texts)
    await olga.taps("👁 What would change")
    olga.hears("➕ Texts of notices: Before the departure")


async def test_a_file_that_cannot_be_read_gets_a_sentence_until_one_can(world: World) -> None:
    olga = await world.colleague("Ольга", Role.OWNER, "ru")
    told = await given(olga, "ru")
    for broken, words in (
        (told.replace("currency =", "currency =" * 2), "Файл не читается: посмотрите строку "),
        (told + '\nname = "half', "Файл обрывается, не дойдя до конца."),
        (
            told.replace("tourdesk = 1", "tourdesk = 7"),
            "Файл записан другой версией (формат 7, а здесь читается 1).",
        ),
        (told.replace("tourdesk = 1", ""), "Это не файл настроек"),
        (told + "\n[spaceships]\nname = 1\n", "В файле есть раздел «spaceships»"),
        (told.replace("currency =", "curency ="), "В «profile» есть незнакомое слово: «curency»."),
        (
            told.replace('currency = "EUR"', "currency = 5"),
            "То, что стоит в «profile.currency», не читается.",
        ),
    ):
        await sends(olga, broken, "ru")
        await olga.taps("👁 Что изменится")
        olga.hears(words)
    await sends(olga, told.replace('"EUR"', '"USD"'), "ru")
    await olga.taps("👁 Что изменится")
    await olga.taps("✅ Изменить 1 пункт")
    olga.hears("Изменён 1 пункт.", "USD")


async def test_what_is_no_text_is_refused(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await olga.says("/settings")
    await olga.taps("⋯ More")
    await olga.taps("📦 As a file")
    await olga.taps("📦 Send a file")
    await olga.says("here you are")
    olga.hears("Please send a file, not text: agency.toml.")
    await olga.sends(("agency.toml", "text/plain", b"\xff\xfe\x00"))
    olga.hears("📦 agency.toml could not be read.")


async def test_fields_and_lists_go_along(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    told = await given(olga)
    more = """
[field.size]
subject = "traveller"
type = "text"
labels = {en = "T-shirt size"}

[own_kind.coaches]
one = {en = "Coach"}
many = {en = "Coaches"}
icon = "🚍"
"""
    await sends(olga, told + more)
    await olga.taps("👁 What would change")
    olga.hears("2 changes to make:", "➕ Fields: T-shirt size", "➕ Lists: Coaches")
    await olga.taps("✅ Make 2 changes")
    await olga.says("/settings")
    await olga.taps("🧩 Fields")
    olga.sees("🧳 Traveller · 1")


async def test_the_logo_of_another_agency_is_not_ours(world: World) -> None:
    """The file has its number only, and that is another picture here."""
    olga = await world.colleague("Olga", Role.OWNER)
    told = await given(olga)
    await sends(olga, told.replace("[profile]", "[profile]\nlogo = 1"))
    await olga.taps("👁 What would change")
    olga.hears("Nothing would change: everything is already like this.")
