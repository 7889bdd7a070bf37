"""Notices in the agency's own words: changed in one language, refused when they cannot be filled, never lost."""

from dataclasses import replace
from datetime import datetime

from bot.flows.settings import text
from domain.entities.people import Role
from domain.entities.texts import TEXTS, OwnText
from domain.notices.trips import DEPARTURE
from domain.values.language import Language
from storage import SqlUnit
from tests.deals import a_deal, a_trip
from tests.dialogues import play
from tests.people import Person
from tests.stories.test_agency_profile import settings
from tests.things import OHRID
from tests.world import World

THE_DAY_BEFORE = datetime.fromisoformat("2027-10-28T06:30:00+03:00")


async def with_clients(world: World, *clients: tuple[str, str]) -> list[Person]:
    """Booked on the Ohrid trip, ready to leave."""
    trip = await a_trip(world, replace(OHRID, bring="Passport"))
    people = []
    for name, language in clients:
        person = await world.person(name, language)
        await person.says("/start")
        await a_deal(
            world, client=person, trip=trip, step="voucher", voucher_sent_at=world.sandbox.clock.now()
        )
        people.append(person)
    return people


async def test_the_day_before_is_said_in_own_words_in_bulgarian_and_as_shipped_in_chinese(
    world: World,
) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    stoyan, mei = await with_clients(world, ("Стоян Петров", "bg"), ("Mei", "zh"))
    await play(text.__doc__, olga)
    olga.hears(
        "Български: ✓ changed",
        "Утре тръгваме: {trip}!",
        "This is how a client reads it:",
        "Утре тръгваме: Ohrid",
    )
    olga.sees("✏️ Change", "↩️ Default text")

    await world.turn(THE_DAY_BEFORE)
    await stoyan.looks()
    stoyan.hears("Утре тръгваме: Ohrid 29.10! петък, 29 октомври, 06:30", "Sofia, NDK car park")
    stoyan.hears_nothing_of("Вземете", "Ще бъдете")
    stoyan.sees("✅")
    await mei.looks()
    mei.hears("明天", "Ohrid")
    mei.hears_nothing_of("Утре")


async def test_back_to_the_shipped_words(world: World) -> None:
    olga = await world.colleague("Ольга", Role.OWNER, "ru")
    [stoyan] = await with_clients(world, ("Стоян Петров", "bg"))
    await settings(olga, "✉️ Тексты", "Перед отправлением", "✏️ Български", "✏️")
    olga.hears("{client} имя клиента", "Обязательно должно быть: {day}, {time}, {place}")
    await olga.says("Здравей, {client}! {day} {time} {place} {bring")
    olga.hears("У одной фигурной скобки нет пары")
    await olga.says("Здравей, {client}!")
    olga.hears("{day}, {time}, {place}")
    await olga.says("Здравей, {client}! {day} {time}\n{place}\nВземи: {bring}\nДължиш: {owed}")
    olga.hears("Так это прочтёт клиент:", "Здравей, Стоян!", "Вземи: Passport")
    await olga.taps("✅")
    olga.hears("✓ изменён")
    await olga.taps("◀")
    olga.hears("Български: ✓ изменён", "中文: исходный текст")
    await olga.taps("✏️ Български")
    await olga.taps("↩️ Исходный текст")
    await olga.taps("↩️ Да")
    olga.hears("исходный текст")
    await world.turn(THE_DAY_BEFORE)
    await stoyan.looks()
    stoyan.hears("Утре: Ohrid")


async def test_a_text_that_cannot_be_filled_gives_way_to_the_shipped_words(world: World) -> None:
    """However it came into the database: a notice is never lost."""
    [stoyan, mei] = await with_clients(world, ("Стоян", "bg"), ("Mei", "zh"))

    def spoilt(unit: SqlUnit) -> None:
        bad = {Language.BULGARIAN: "Утре {nowhere}", Language.CHINESE: "明天见 <b>{day} {time} {place}"}
        unit.repositories.definitions.put(TEXTS, DEPARTURE, OwnText(bad), 0)

    await world.database.run(spoilt)
    await world.turn(THE_DAY_BEFORE)
    for person, words in ((stoyan, "Утре: Ohrid"), (mei, "Ohrid")):
        await person.looks()
        person.hears(words, "06:30")
        person.hears_nothing_of("nowhere", "明天见")
