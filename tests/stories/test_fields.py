"""Fields that the owner makes in the chat: asked of clients in their language, seen on cards, printed in the list."""

from io import BytesIO

from openpyxl import load_workbook

from bot.flows.fields import fill
from bot.flows.settings import add_field, change_field
from bot.flows.trips import trip as trip_flow
from domain.entities.people import Role
from tests.deals import a_deal, a_trip
from tests.dialogues import play
from tests.people import Person
from tests.world import World

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300") + b"\0" * 200 + b"\xff\xd9"


async def opens_fields(olga: Person, subject: str) -> None:
    await olga.says("/settings")
    await olga.taps("🧩 Fields")
    await olga.taps(subject)


async def makes(olga: Person, subject: str, kind: str, label: str, *answers: str) -> None:
    """A new field; what comes after its name in one language is tapped."""
    await opens_fields(olga, subject)
    await olga.taps("➕ New field")
    await olga.taps(kind)
    await olga.says(label)
    for answer in ("Only in English", *answers, "✅ Save"):
        await olga.taps(answer)


async def a_size(olga: Person) -> None:
    """ "T-shirt size", in Bulgarian too: a choice that clients are asked for, waited for at the stage of documents."""
    await opens_fields(olga, "🧳 Traveller")
    await play(add_field.__doc__, olga)


async def enters(person: Person, name: str, passport: str, *answers: str) -> None:
    """The data of one traveller, in whatever language: who it is, and what is asked for besides."""
    await person.taps(person.buttons[0])
    await person.taps(person.buttons[-2] if len(person.buttons) > 4 else person.buttons[0])
    for words in (name, "17.05.1985", passport, "17.05.2031"):
        await person.says(words)
    for answer in answers:
        await person.taps(answer)


async def test_a_size_is_asked_of_travellers_in_their_language_and_printed(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await a_size(olga)
    olga.hears(
        "🧩 T-shirt size · 🧳 Traveller · 🔘 Choice", "Български: Размер тениска", "Options: S, M and L"
    )
    olga.hears("Seen by: 🙋 The client too", "Asked of: 🙋 The client", "A deal waits for it at: Documents")
    await olga.taps("📋 Show in the list")
    olga.hears("📋 Shown in the list of participants.")
    trip = await a_trip(world)
    kalina, li = await world.person("Калина", "bg"), await world.person("Li", "zh")
    for client in (kalina, li):
        await client.says("/start")
        await a_deal(world, client=client, trip=trip, seats=1, step="documents.data", responsible=olga)

    await kalina.says("/mytrips")
    await enters(kalina, "Kalina Petrova", "AB1234567")
    kalina.hears("Размер тениска")
    kalina.sees("S", "M", "L")
    await kalina.says("XXL")
    kalina.hears("изберете някой от бутоните", "Размер тениска")
    await kalina.says("m")
    kalina.hears("Размер тениска: M")
    await kalina.taps("✅ Запази")
    kalina.hears("Kalina Petrova")

    await li.says("/mytrips")
    await enters(li, "Li Mei", "CD1234567")
    li.hears("T-shirt size")
    await li.taps("跳过")
    await li.taps("✅ 保存")
    await olga.says("/deals 2")
    olga.hears("⏳", "“T-shirt size” of Li Mei")
    await li.says("/mytrips")
    await li.taps("🧩")
    await li.taps("✍️ Li Mei")
    await li.taps("✍️")
    await li.taps("L")
    li.hears("🧩 T-shirt size：L")

    await olga.says("/deals 2")
    olga.hears_nothing_of("T-shirt size” of")
    await olga.says("participants Ohrid")
    olga.hears("Kalina Petrova · M", "Li Mei · L")
    await olga.taps("📊 XLSX")
    file = await world.download(olga.last["file"]["url"])
    rows = [[cell.value for cell in row] for row in load_workbook(BytesIO(file)).active.iter_rows()]
    head = next(row for row in rows if "T-shirt size" in row)
    column = head.index("T-shirt size")
    assert [row[column] for row in rows[rows.index(head) + 1 :]][:2] == ["M", "L"]
    await olga.taps("📄 PDF")
    assert (await world.download(olga.last["file"]["url"])).startswith(b"%PDF")


async def test_money_with_bad_input_and_a_deal_that_waits_at_a_stage(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    await makes(olga, "🗂 Deal", "💶 Money", "Group discount", "👥 All colleagues", "✖ Nobody", "Inquiry")
    deal = await a_deal(world, step="inquiry", responsible=boris)

    await boris.says(f"/deals {deal}")
    boris.hears("⏳", "„Group discount“")
    boris.sees_no("▶")
    await boris.taps("⋯ Още")
    await boris.taps("🧩 Полета")
    await boris.taps("✍️ Попълни")
    boris.hears("Group discount", "Напишете сума.")
    for wrong, why in (("a lot", "не ми прилича на сума"), ("-5", ""), ("50 USD", "EUR"), ("1e99", "")):
        await boris.says(wrong)
        boris.hears("⚠️", why, "Group discount")
    await boris.shares(sticker="👍")
    boris.hears("Group discount")
    await boris.says("1 200,50")
    boris.hears("🧩 Group discount: 1 200,50 €")
    await boris.says(f"/deals {deal}")
    boris.hears("🧩 Group discount: 1 200,50 €")
    boris.hears_nothing_of("Етап: Запитване")
    await boris.taps("⋯ Още")
    await boris.taps("🕘 История")
    boris.hears("Group discount: 1 200,50 €; преди: —")
    await boris.says(f"/deals {deal}")
    await boris.taps("⋯ Още")
    await boris.taps("🧩 Полета")
    await boris.taps("✏️ Group discount")
    boris.hears("Сега: 1 200,50 €")
    await boris.taps("🗑 Остави празно")
    boris.hears("🧩 Group discount: —")
    await boris.says(f"/deals {deal}")
    await boris.taps("⋯ Още")
    await boris.taps("🕘 История")
    boris.hears("Group discount: —; преди: 1 200,50 €")


async def test_a_field_that_is_retired_keeps_what_was_filled_in(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await makes(olga, "👤 Client", "🔢 Number", "Shoe size", "👥 All colleagues", "✖ Nobody", "✖ At none")
    await a_deal(world, client="Anna Petrova", responsible=olga)
    await olga.says("Anna")
    await olga.taps("⋯ More")
    await olga.taps("🧩 Fields")
    await olga.taps("✍️ Fill in")
    await olga.says("thirty-eight")
    olga.hears("I cannot read that as a number.", "Shoe size")
    await olga.says("38,5")
    olga.hears("🧩 Shoe size: 38.5")

    await opens_fields(olga, "👤 Client")
    await olga.taps("🧩 Shoe size")
    await olga.taps("🗄 Retire")
    olga.hears("🗄 Retired")
    olga.sees_no("✏️ Name")
    await makes(olga, "👤 Client", "🔤 Text", "Shoe size", "👥 All colleagues", "✖ Nobody", "✖ At none")
    await olga.says("Anna")
    olga.hears("🧩 Shoe size: 38.5")
    await olga.taps("⋯ More")
    await olga.taps("🧩 Fields")
    olga.sees("✏️ Shoe size")
    assert sum(label.startswith("✏️") for label in olga.buttons) == 1

    await opens_fields(olga, "👤 Client")
    await olga.taps("🗄 Shoe size")
    await olga.taps("♻️ Bring it back")
    assert olga.toast.startswith("There is already a field “Shoe size” here.")


async def test_what_the_owner_may_write_wrongly(world: World) -> None:
    olga = await world.colleague("Олга", Role.OWNER, "ru")
    await olga.says("/settings")
    await olga.taps("🧩 Поля")
    await olga.taps("🗂 Сделка")
    await olga.taps("➕ Новое поле")
    await olga.taps("🔘 Выбор")
    await olga.says("x" * 300)
    olga.hears("300", "Как называется поле?")
    await olga.says("👍")
    olga.hears("хотя бы одна буква или цифра", "Как называется поле?")
    await olga.says("Питание")
    for _ in range(3):
        await olga.taps("Пропустить")
    await olga.says("\n".join(f"{number}" for number in range(800)))
    olga.hears("Это 800 вариантов, а может быть не больше 50.")
    await olga.says("Завтрак\nзавтрак")
    olga.hears("Вариант «завтрак» указан дважды.")
    await olga.says("Завтрак\nПолупансион")
    await olga.says("Breakfast")
    olga.hears("Напишите 2 строки, по одной на вариант.")
    await olga.says("Breakfast\nHalf board")
    await olga.taps("Пропустить")
    await olga.taps("Пропустить")
    await olga.taps("👥 Все коллеги")
    olga.sees_no("🙋 Клиента")
    await olga.taps("✖ Никого")
    await olga.taps("✖ Ни на каком")
    await olga.taps("✅ Сохранить")
    olga.hears("🧩 Питание", "Варианты: Завтрак и Полупансион")

    await olga.taps("◀ Назад")
    await olga.taps("➕ Новое поле")
    await olga.taps("🔤 Текст")
    await olga.says("питание")
    olga.hears("Поле «питание» здесь уже есть.", "Как называется поле?")
    await olga.says("Пожелания")
    olga.hears("«Пожелания»")


async def test_the_owner_changes_a_field(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await a_size(olga)
    await play(change_field.__doc__, olga)
    await olga.taps("🔘 Options")
    await olga.taps("🔘 S")
    olga.hears("🔘 S · Size of the T-shirt")
    await olga.taps("🗄 Retire")
    olga.sees("🗄 S", "🔘 M")
    await olga.taps("➕ More options")
    await olga.says("XL\nXXL")
    await olga.taps("Skip")
    olga.sees("Skip", "Only in English")
    await olga.says("XL;2XL")
    olga.hears("What is “XL, XXL” in Chinese?")
    olga.sees_no("Only in English", "In no other language")
    await olga.taps("Skip")
    olga.sees("🗄 S", "🔘 XXL")
    await olga.taps("◀ Back")
    olga.hears("Options: M, L, XL and XXL")
    await olga.taps("👁 Who sees it")
    await olga.taps("👔 Managers")
    await olga.taps("👥 A colleague")
    olga.hears("Seen by: 👔 Managers", "Asked of: 👥 A colleague")
    await olga.taps("🪜 Stage")
    await olga.taps("✖ At none")
    olga.hears_nothing_of("waits for it")
    await makes(olga, "🧳 Traveller", "📅 Day", "Visa until", "👥 All colleagues", "✖ Nobody", "✖ At none")
    await olga.taps("⬆ Move up")
    assert olga.buttons[:2] == ["🧩 Visa until", "🧩 Size of the T-shirt"]
    await olga.says("/settings")
    await olga.taps("⋯ More")
    await olga.taps("🕘 History")
    olga.hears("The field “Visa until” was moved", "New field “Visa until”: 🧳 Traveller")
    olga.hears(
        "The field “Size of the T-shirt” was changed",
        "The field “T-shirt size” is now called “Size of the T-shirt”",
    )


async def test_an_option_is_named_anew_and_what_was_filled_in_says_so(world: World) -> None:
    olga = await world.colleague("Олга", Role.OWNER, "bg")
    boris = await world.colleague("Boris", Role.MANAGER)
    await olga.says("/settings")
    for tap in ("🧩 Полета", "🗂 Сделка", "➕ Ново поле", "🔘 Избор"):
        await olga.taps(tap)
    await olga.says("Храна")
    for _ in range(3):
        await olga.taps("Пропусни")
    await olga.says("Обикновена\nПостна")
    for _ in range(3):
        await olga.taps("Пропусни")
    for tap in ("👥 Всички колеги", "✖ Никого", "✖ На никой", "✅ Запази"):
        await olga.taps(tap)
    deal = await a_deal(world, responsible=boris)
    await boris.says(f"/deals {deal}")
    if "🧩 Fields" not in boris.buttons:
        await boris.taps("⋯ More")
    for tap in ("🧩 Fields", "✏️ Храна", "Постна"):
        await boris.taps(tap)
    await olga.taps("🔘 Варианти")
    await olga.taps("🔘 Постна")
    await olga.taps("English: —")
    await olga.says("🥗")
    olga.hears("поне една буква")
    await olga.says("Lent food")
    await olga.taps("Български: Постна")
    await olga.says("обикновена")
    olga.hears("обикновена")
    await olga.says("Без месо")
    olga.hears("🔘 Без месо · Храна")
    await boris.says(f"/deals {deal}")
    boris.hears("🧩 Храна: Lent food")
    await olga.says(f"/deals {deal}")
    olga.hears("🧩 Храна: Без месо")
    await olga.says("/settings")
    await olga.taps("⋯ Още")
    await olga.taps("🕘 История")
    olga.hears("„Храна“: „Постна“ вече се казва „Без месо“")


async def test_two_owners_at_once_do_not_overwrite_each_other(world: World) -> None:
    olga, nina = await world.colleague("Olga", Role.OWNER), await world.colleague("Нина", Role.OWNER, "bg")
    await a_size(olga)
    await nina.says("/settings")
    await nina.taps("🧩 Полета")
    await nina.taps("🧳 Пътник")
    await nina.taps("🧩 Размер тениска")
    await olga.taps("📋 Show in the list")
    await nina.taps("🗄 Махни")
    assert "Междувременно" in nina.toast or "Междувременно" in "".join(nina.heard), (nina.toast, nina.heard)
    await nina.says("/settings")
    await nina.taps("🧩 Полета")
    await nina.taps("🧳 Пътник")
    await nina.taps("🧩 Размер тениска")
    await nina.taps("🗄 Махни")
    nina.hears("🗄 Оттеглено")


async def test_a_file_of_a_client_is_kept_like_any_other(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await makes(olga, "🗂 Deal", "📎 File", "Visa letter", "🙋 The client too", "🙋 The client", "✖ At none")
    li = await world.person("Li", "zh")
    await li.says("/start")
    deal = await a_deal(world, client=li, seats=1, responsible=olga)
    await li.says("/mytrips")
    await li.taps("🧩")
    await li.taps("✍️ Honeymoon")
    await li.taps("✍️ 填写")
    await li.says("later")
    li.hears("Visa letter")
    await li.sends(("letter.txt", "text/plain", b"hello"))
    li.hears("Visa letter")
    await li.sends(("letter.jpg", "image/jpeg", JPEG))
    li.hears("🧩 Visa letter：letter.jpg")
    await olga.says(f"/deals {deal}")
    olga.hears("🧩 Visa letter: letter.jpg")
    await olga.taps("⋯ More")
    await olga.taps("🧩 Fields")
    await olga.taps("👁 Visa letter")
    olga.hears("letter.jpg")


async def test_a_file_that_cannot_be_used_is_waited_for_again_and_its_sender_told(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await makes(olga, "🗂 Deal", "📎 File", "Visa letter", "🙋 The client too", "🙋 The client", "Inquiry")
    li = await world.person("Li", "zh")
    await li.says("/start")
    deal = await a_deal(world, client=li, seats=1, step="inquiry", responsible=olga)
    await li.says("/mytrips")
    await li.taps("🧩")
    await li.taps("✍️ Honeymoon")
    await li.taps("✍️ 填写")
    await li.sends(("letter.jpg", "image/jpeg", b"MZ no picture at all"))
    li.hears("📎 文件 letter.jpg 无法用于“Visa letter”：", "请重新发送。")
    await olga.says(f"/deals {deal}")
    olga.hears("Stage: Inquiry", "⏳ “Visa letter”")
    await li.taps("📷 重新发送")
    li.hears("Visa letter")
    await li.sends(("again.jpg", "image/jpeg", JPEG))
    li.hears("🧩 Visa letter：again.jpg")
    await olga.says(f"/deals {deal}")
    olga.hears("🧩 Visa letter: again.jpg")
    olga.hears_nothing_of("Stage: Inquiry")
    await olga.taps("⋯ More")
    await olga.taps("🕘 History")
    olga.hears("Empty again: Visa letter. The file cannot be used: it is not a photo or a PDF.")


async def test_a_dialogue_of_filling_in_plays_as_written(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    for kind, label in (("🔤 Text", "Hotel wishes"), ("💶 Money", "Group discount")):
        await makes(olga, "🗂 Deal", kind, label, "👥 All colleagues", "✖ Nobody", "✖ At none")
    await a_deal(world, trip=await a_trip(world), responsible=boris)
    await boris.says("/deals 1")
    await boris.taps("⋯ More")
    await boris.taps("🧩 Fields")
    await play(fill.__doc__, boris)


async def test_an_inquiry_and_a_trip_are_asked_for_their_fields(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await makes(olga, "📥 Inquiry", "☑️ Yes or no", "First time abroad", "🙋 The client too", "🙋 The client")
    await makes(
        olga, "🚌 Trip", "🔤 Text", "Guide's hotel", "👥 All colleagues", "👥 A colleague", "✖ At none"
    )
    anna = await world.person("Anna")
    await anna.says("/tour")
    for said in ("Lisbon", "in May", "2"):
        await anna.says(said)
    await anna.taps("Anna")
    await anna.taps("Skip")
    anna.hears("First time abroad")
    await anna.taps("Yes")
    anna.hears("First time abroad: Yes")
    await anna.taps("✅ Send")
    await olga.says("№ 1")
    await olga.says("Lisbon")
    await olga.says("/inquiries")
    await olga.taps("#1")
    olga.hears("🧩 First time abroad: Yes")

    await play((trip_flow.__doc__ or "").replace("Boris", "Olga").partition("Bot:   Usually")[0], olga)
    await olga.taps("✅ As usual")
    olga.hears("Guide's hotel")
    await olga.says("Hotel Belvedere")
    olga.hears("Guide's hotel: Hotel Belvedere")
    await olga.taps("✅ Save")
    olga.hears("🧩 Guide's hotel: Hotel Belvedere")


async def test_stages_of_several_pipelines_are_chosen_on_pages_with_the_pipelines_name(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await olga.says("/settings")
    await olga.taps("🗂 Stages")
    await olga.taps("➕ New stages")
    await olga.says("Pilgrimages")
    await olga.says("Asked\nBlessing\nHome")
    await opens_fields(olga, "🗂 Deal")
    await olga.taps("➕ New field")
    await olga.taps("🔤 Text")
    await olga.says("Parish")
    await olga.says("Приход")
    olga.sees("In no other language")
    await olga.taps("◀ Back")
    olga.hears("What is “Parish” in Russian?")
    for answer in ("Only in English", "👥 All colleagues", "👥 A colleague"):
        await olga.taps(answer)
    olga.hears("At which stage must it be filled in?")
    olga.sees("Standard stages · New", "Next ▶")
    olga.sees_no("Pilgrimages · Blessing")
    await olga.taps("Next ▶")
    olga.sees("◀ Previous", "Pilgrimages · Blessing", "✖ At none")
    olga.sees_no("Next ▶", "Pilgrimages · Home")
    await olga.taps("Pilgrimages · Blessing")
    olga.hears("Waited for at: Pilgrimages · Blessing")
    await olga.taps("✅ Save")
    olga.hears("🧩 Parish", "A deal waits for it at: Pilgrimages · Blessing")
    olga.hears_nothing_of("Русский")
