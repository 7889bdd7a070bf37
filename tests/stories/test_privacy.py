"""How data are kept is told once, above what was asked; mailings are agreed to by themselves, and withdrawn by one tap."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

from bot.flows.settings import books, privacy
from domain.entities.consents import ConsentKind, Given
from domain.entities.data_copies import AGAIN_AFTER, KEPT_FOR
from domain.entities.documents import DocumentState
from domain.entities.forgets import GRACE
from domain.entities.people import Role
from storage import SqlUnit
from tests.deals import a_deal
from tests.dialogues import play
from tests.people import Person
from tests.stories.test_agency_profile import settings
from tests.things import eur
from tests.world import World

TOLD_RU = "🔏 Tourdesk хранит то, что вы здесь напишете"


async def agreed(
    world: World, person: Person, kind: ConsentKind
) -> list[tuple[Given, int | None, str | None]]:
    """How, to which version, and in which language; oldest first."""

    def look(unit: SqlUnit) -> list[tuple[Given, int | None, str | None]]:
        who = unit.repositories.people.by_telegram_id(person.id)
        assert who is not None
        found = reversed(unit.repositories.consents.of_person(who))
        return [(one.how, one.version, one.language) for one in found if one.kind is kind]

    return await world.database.read(look)


async def test_who_goes_on_has_agreed_and_a_new_version_is_told_once_more(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    olga.hears_nothing_of("🔏")
    anna = await world.person("Анна", "ru")
    await anna.says("Есть места в Охрид?")
    anna.hears(TOLD_RU, "✉️ Передано")
    anna.sees("🏠")
    assert await agreed(world, anna, ConsentKind.PRIVACY) == []
    await anna.says("Нас двое.")
    anna.hears("✉️")
    anna.hears_nothing_of(TOLD_RU)
    assert await agreed(world, anna, ConsentKind.PRIVACY) == [(Given.WENT_ON, 1, "ru")]

    await settings(olga, "🏢 Agency", "🔏 Privacy", "✏️ Русский")
    olga.hears("This is how a client reads it:", "Ваши данные хранит Tourdesk")
    await olga.taps("✏️ Change the text")
    await olga.says("Храним мало <и недолго>.")
    await anna.looks()
    assert anna.heard == [], "nothing is pushed"
    await anna.says("/start")
    anna.hears(TOLD_RU, "Здравствуйте, Анна!")
    await anna.taps("🔏 Прочитать")
    anna.hears("Храним мало <и недолго>.")
    await anna.taps("✅ Принимаю")
    anna.sees_no("✅ Принимаю")
    await anna.says("/start")
    anna.hears_nothing_of(TOLD_RU)
    assert await agreed(world, anna, ConsentKind.PRIVACY) == [(Given.WENT_ON, 1, "ru"), (Given.CHAT, 2, "ru")]


async def test_the_owner_writes_the_notice_and_gives_a_link(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await play(privacy.__doc__, olga)
    olga.hears("Пазим само нужното", "https://agency.bg/privacy")
    stoyan = await world.person("Стоян", "bg")
    await stoyan.says("/start")
    await stoyan.taps("✅ Приемам")
    assert await agreed(world, stoyan, ConsentKind.PRIVACY) == [(Given.CHAT, 3, "bg")]
    await stoyan.says("/privacy")
    stoyan.hears("Пазим само нужното", "https://agency.bg/privacy")
    await olga.taps("↩️ Default text")
    await olga.taps("🗑 No link")
    olga.hears("Данните Ви пази Tourdesk")
    await settings(olga, "⋯ More", "🕘 History")
    olga.hears("Privacy notice changed (Български): version 5")


async def test_who_phoned_is_told_on_the_phone_and_mailings_are_another_matter(world: World) -> None:
    boris = await world.colleague("Boris", Role.OPERATOR)
    await boris.says("Rosa Ilieva 0888 765 413 Ohrid 18.12 2 people")
    await boris.taps("✅")
    await boris.says("Rosa")
    boris.hears("🔏 Not told yet how we keep data")
    await boris.taps("🔏 Data, consents")
    boris.hears("Privacy notice: not told yet", "Offers by message: never agreed")
    await boris.taps("☎️ Told by phone")
    boris.hears("Privacy notice: agreed", "on the phone (Boris)")
    boris.sees_no("☎️ Told by phone")
    await boris.taps("📣 Offers: by phone")
    boris.hears("Offers by message: agreed", "on the phone (Boris)")
    await boris.says("Rosa")
    boris.hears_nothing_of("🔏 Not told yet")
    boris.hears("📣 Wants offers by message")

    rosa = await world.person("Роза", "ru", phone="+359888765413")
    await rosa.says("/start")
    await rosa.shares(contact=True)
    await rosa.says("/mydata")
    rosa.hears("📣 Предложения в сообщениях: да")
    await rosa.taps("🔕 Не присылать предложений")
    rosa.hears("📣 Предложения в сообщениях: нет")
    await boris.says("Rosa")
    boris.hears_nothing_of("📣 Wants offers")
    await boris.taps("👤 All details")
    await boris.taps("🔏 Data, consents")
    boris.hears("Offers by message: agreed", "— withdrawn")
    await rosa.taps("📣 Присылать предложения")
    rosa.hears("📣 Предложения в сообщениях: да")


async def test_a_client_gets_all_their_data_once_an_hour_and_nobody_elses(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Анна", "ru")
    await anna.says("/start")
    await a_deal(world, client=anna, travellers=["Anna Petrova"], passports=DocumentState.SENT)
    await a_deal(world, client="Mei Lin")
    await anna.says("/mydata")
    anna.hears("👤 Анна", "🧳 Поездок: 1")
    await anna.taps("📦 Прислать мои данные")
    anna.hears("📦 Все ваши данные придут сюда", "📦 Ваши данные, Tourdesk. [data-2027-03-01-1.zip]")
    told = await unzipped(world, anna)
    assert "Anna Petrova" in told["data.json"]
    assert "Туристы" in told["data.json"]
    assert "sealed:" not in told["data.json"]
    assert "Mei" not in told["data.json"]
    await anna.taps("📦 Прислать мои данные")
    assert "меньше часа назад" in anna.toast
    await world.turn(AGAIN_AFTER)
    await anna.taps("📦 Прислать мои данные")
    anna.hears("📦 Ваши данные, Tourdesk.")
    await world.turn(KEPT_FOR + timedelta(hours=1))
    assert await world.files.names() == []

    await boris.says("Mei Lin")
    await boris.taps("🔏 Data, consents")
    await boris.taps("📦 Copy of the data")
    boris.hears("📦 The data will come here", "📦 Data of Mei Lin, file 1 of 1.", "[data-")
    assert "Mei Lin" in (await unzipped(world, boris))["data.json"]
    await boris.taps("◀ Back")
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears("Took out all their data to hand over")
    await boris.says("Анна")
    await boris.taps("👤 Анна")
    await boris.taps("👤 All details")
    await boris.taps("🔏 Data, consents")
    boris.sees_no("📦 Copy of the data")


async def unzipped(world: World, person: Person) -> dict[str, str]:
    """What stands in the texts of the last ZIP."""
    file = next(one["file"] for one in reversed(person.chat) if one.get("file"))
    with ZipFile(BytesIO(await world.download(file["url"]))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".json")}


async def test_a_client_is_forgotten_after_a_day_told_so_and_met_anew(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await play(books.__doc__, olga)
    await settings(olga, "⋯ More", "🕘 History")
    olga.hears("Years of the books: 10 → 5")
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Анна", "ru")
    await anna.says("/start")
    deal = await a_deal(world, client=anna, travellers=["Anna Petrova"])
    over = await a_deal(world, client=anna, price=eur(300), closed_at=world.sandbox.clock.now())
    await anna.says("/mydata")
    await anna.taps("🗑 Забыть меня")
    anna.hears(
        "Удалим: имена",
        "требует хранить это 5 лет",
        "1 сделка ещё открыта.",
        "осталось оплатить 300 €",
        "Подождём, пока всё",
    )
    await anna.taps("🗑 Да, забыть меня")
    anna.hears("Ждёт, пока всё закроется и будет оплачено")
    boris.hears_nothing_of("🗑")
    await boris.looks()
    boris.hears("🗑 Анна wants to be forgotten, and has open deals.")
    await anna.taps("↩️ Оставить данные")
    anna.hears("🔏 Мои данные")
    await anna.taps("🗑 Забыть меня")
    await anna.taps("🗑 Да, забыть меня")
    await boris.taps("👁 What would go")
    boris.hears(
        "They go on without a name",
        f"#{over} Honeymoon in Vienna: €300 not paid yet.",
        "They have asked for it.",
    )
    await boris.taps("🗑 Yes, forget them")
    boris.hears("It is done")
    boris.sees("↩️ Keep the data")

    await world.turn(GRACE + timedelta(minutes=1))
    await anna.looks()
    anna.hears("🗑 Готово: Tourdesk больше не хранит ваши данные.", "Останется без имён")
    await world.turn(timedelta(minutes=1))
    await boris.says("Анна")
    boris.hears("Nothing found")
    await boris.says(f"/deals {deal}")
    boris.hears_nothing_of("Анна", "Anna Petrova")
    await anna.says("Здравствуйте!")
    anna.hears(TOLD_RU, "✉️ Передано")
    await anna.says("/mydata")
    anna.hears("👤 Анна", "💬 Сообщений: 1")
