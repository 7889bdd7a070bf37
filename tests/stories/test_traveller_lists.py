"""Many travellers at once: a pasted list, and one line with everything about somebody."""

from datetime import date

from sqlalchemy import select

from bot.flows.travellers import traveller_list as flow
from domain.entities.deals import Deal
from domain.entities.people import Role
from domain.entities.travellers import Relation, Traveller
from domain.ports.desk import Desk
from storage.mapping import screens
from tests.deals import a_deal, a_trip, with_deal
from tests.dialogues import play
from tests.people import Person
from tests.world import World


async def party(world: World, number: int) -> list[Traveller]:
    def work(_desk: Desk, deal: Deal) -> list[Traveller]:
        return deal.party

    travellers: list[Traveller] = await with_deal(world, number, work)
    return travellers


async def test_as_the_flow_tells_it(world: World) -> None:
    anna = await world.person("Anna")
    await anna.says("/start")
    number = await a_deal(world, client=anna, trip=await a_trip(world))
    await play(flow.__doc__, anna)
    assert [one.name for one in await party(world, number)] == ["Anna Petrova", "Ivan Petrov"]


async def test_thirty_one_are_read_and_one_is_looked_at(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    number = await a_deal(world, trip=await a_trip(world), seats=32, responsible=boris)
    await opens_papers(boris, number)
    await boris.taps("📋 Paste a list")
    names = "abcdefghijklmnopqrstuvwxyzäöüéñ"
    lines = [
        f"{n + 1}. Wang {name * 3} {n % 28 + 1:02}.03.1985 E{n:08} 12.03.2030" for n, name in enumerate(names)
    ]
    await boris.says("\n".join([*lines, "32. Li Mei 31.02.1985 E99999999 12.03.2030"]))
    boris.hears(
        "31 travellers found.",
        "1 line to check:",
        "32. Li Mei 31.02.1985 E99999999 12.03.2030",
        "no such day",
    )
    await boris.says("Li Mei 03.02.1985 E00000005 12.03.2030")
    boris.hears("That is Wang fff's passport.")
    await boris.says("Li Mei 03.02.1985 E99999999 12.03.2030")
    boris.hears(
        "1. Wang aaa · 1 March 1985 · E00000000 · 12 March 2030", "32. Li Mei · 3 February 1985 · E99999999"
    )
    await boris.taps("✅ Add all")
    boris.hears("✅ 32 travellers added.")
    entered = await party(world, number)
    assert len(entered) == 32
    assert all(one.complete for one in entered)
    assert entered[31].born_on == date(1985, 2, 3)


async def test_what_is_in_doubt_is_taken_as_it_is_or_left_out(world: World) -> None:
    anna = await world.person("Anna", language="ru")
    await anna.says("/start")
    number = await a_deal(world, client=anna, trip=await a_trip(world), seats=3)
    await anna.says("/mytrips")
    await anna.taps("📋 Вставить списком")
    await anna.says("мой список:")
    anna.hears("не нашлось ни одного имени")
    await anna.says(
        "Список:\n1. Петрова Анна 12.03.1985 75 1234567 до 12.03.2031\n2. Мария\n"
        "3. Иван Петров +359888123456\nПётр Ли 1.1.2020"
    )
    anna.hears("Распознаны 2 туриста.", "2. Мария", "Это имя полностью?")
    await anna.taps("✅ Внести: Мария")
    anna.hears("Иван Петров +359888123456", "Непонятно, что такое «+359888123456».")
    await anna.taps("🗑 Не вносить")
    anna.hears(
        "1. Петрова Анна · 12 марта 1985 · 751234567 · 12 марта 2031",
        "2. Мария · — · — · —",
        "3. Пётр Ли",
    )
    await anna.taps("✅ Внести всех")
    anna.hears("✅ Внесены 3 туриста.")
    assert [one.name for one in await party(world, number)] == ["Петрова Анна", "Мария", "Пётр Ли"]


async def test_more_than_there_are_seats(world: World) -> None:
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, trip=await a_trip(world), seats=2)
    await anna.says("/mytrips")
    await anna.taps("📋 Paste a list")
    await anna.says("Anna Petrova\nIvan Petrov\n王伟")
    anna.hears("The list has 3 travellers, and 2 are left to add.")
    await anna.says("Anna Petrova\n王伟 Wang Wei 1985年3月12日 E12345678 2031年3月12日")
    anna.hears("2. Wang Wei · 12 March 1985 · E12345678 · 12 March 2031")


async def test_one_line_tells_everything(world: World) -> None:
    mei = await world.person("Wang Wei", language="zh-hans")
    await mei.says("/start")
    number = await a_deal(world, client=mei, trip=await a_trip(world), seats=3)
    await mei.says("/mytrips")
    await mei.taps("✍️ 出行人 1/3")
    await mei.says("Wang Wei 1985-03-12 E12345678 2031-03-12")
    mei.hears("Wang Wei", "1985年3月12日", "E12345678", "2031年3月12日")
    await mei.taps("✅ 保存")
    [first] = await party(world, number)
    assert (first.relation, first.complete) == (Relation.SELF, True)
    await mei.says("/mytrips")
    await mei.taps("✍️ 出行人 2/3")
    await mei.says("李美 1990年2月31日 E12345679")
    mei.hears("日历上没有这一天")
    await mei.says("李美 1990年2月28日 E12345679 2031年3月12日")
    await mei.taps("✅ 保存")
    assert [one.name for one in await party(world, number)] == ["Wang Wei", "李美"]


async def test_a_list_is_taken_where_a_name_is_asked_for(world: World) -> None:
    anna = await world.person("Anna")
    await anna.says("/start")
    number = await a_deal(world, client=anna, trip=await a_trip(world), seats=2)
    await anna.says("/mytrips")
    await anna.taps("✍️ Traveller 1 of 2")
    await anna.taps("🙋 Myself")
    await anna.says("Anna Petrova 17.05.1985\nIvan Petrov 1.2.1984")
    anna.hears("2. Ivan Petrov · 1 February 1984 · — · —")
    await anna.taps("✅ Add all")
    anna.hears("✅ 2 travellers added.")
    assert len(await party(world, number)) == 2
    await anna.says("/menu")
    anna.sees_no("▶ Continue: ")


async def test_nobody_reads_passports_between_two_messages(world: World) -> None:
    """What waits to be looked at is sealed like any passport."""
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, trip=await a_trip(world))
    await anna.says("/mytrips")
    await anna.taps("📋 Paste a list")
    await anna.says("Anna Petrova 17.05.1985 AB1234567\nIvan")
    anna.hears("Is that the whole name?")
    states = await world.database.run(
        lambda unit: str(unit.session.execute(select(screens.c.state)).scalars().all())
    )
    assert "traveller_list" in states
    assert "AB1234567" not in states


async def opens_papers(boris: Person, number: int) -> None:
    await boris.says(f"/deals {number}")
    await boris.taps("📄 Documents")


async def test_who_travels_is_understood_before_any_button(world: World) -> None:
    """One line from a Chinese client, two from a Russian one; the same passport does not go twice."""
    boris = await world.colleague("Boris", Role.MANAGER)
    mei = await world.person("美李", "zh")
    await mei.says("/start")
    trip = await a_trip(world)
    number = await a_deal(world, client=mei, trip=trip, seats=3, responsible=boris)
    await mei.says("Wang Wei 12.03.1985 E12345678 12.03.2030")
    mei.hears("Wang Wei", "E12345678")
    await mei.taps(mei.buttons[0])
    assert [one.name for one in await party(world, number)] == ["Wang Wei"]
    await mei.says("王小明 1985年3月12日 Е12345678 2030年3月12日")  # a Cyrillic Е
    mei.hears("Wang Wei")
    assert [one.name for one in await party(world, number)] == ["Wang Wei"]
    await mei.says("/start")
    await mei.says("Li Na 1990/01/02 G2345678 2031/01/02\n王小明 1985年3月12日 G3456789 2030年3月12日")
    mei.hears("1. Li Na", "2. 王小明")
    await mei.taps(mei.buttons[0])
    assert [one.name for one in await party(world, number)] == ["Wang Wei", "Li Na", "王小明"]
    await mei.says("Wang Wei 的座位可以换吗？")
    mei.hears("✉️")
    again = await a_deal(world, client=mei, trip=trip, seats=1, responsible=boris)
    await mei.says("Wang Wei 12.03.1985 E12345678 12.03.2030")
    await mei.taps(mei.buttons[0])
    assert mei.toast == "Wang Wei 的护照在本行程中已有，请核对号码。"
    mei.sees("✅ 保存", "✏️ 护照号")
    assert await party(world, again) == []
