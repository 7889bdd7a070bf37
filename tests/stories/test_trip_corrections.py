"""A trip is put right after it was put up: what it costs, when it is due, its name, what to bring; who has booked hears it."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.flows.trips import corrections
from domain.entities.deals import Deal
from domain.entities.people import Role
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.values.language import Language
from tests.deals import a_deal, a_place_in_line, a_trip, told, with_deal
from tests.dialogues import play
from tests.people import Person
from tests.things import OHRID, eur
from tests.world import World


async def test_a_trip_is_corrected_as_the_flow_says(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Анна", "ru")
    await anna.says("/start")
    kalina = await world.colleague("Калина", Role.OPERATOR, "bg")
    li = await world.colleague("李美", Role.GUIDE, "zh")
    deal = await a_deal(
        world, client=anna, trip=await a_trip(world), travellers=["Anna", "Ivan"], responsible=kalina
    )
    await _trip_card(boris)
    await boris.taps("🧭 Guides")
    await boris.taps("李美")
    await _trip_card(boris)
    await play(corrections.__doc__, boris)
    boris.hears("€320 per seat, deposit €120")
    assert await _money(world, deal) == (eur(640), eur(240))
    assert await _of_trip(world, "name") == "Ohrid and Skopje"
    assert await _of_trip(world, "documents_due") == date(2027, 8, 15)
    assert await with_deal(world, deal, lambda _desk, found: found.title) == "Ohrid and Skopje 29.10.2027"
    await anna.looks()
    anna.hears(
        "Ваша бронь изменилась",
        "600 € → 640 €",
        "200 € → 240 €",
        "Документы нужны до 15 августа",
        "Ohrid and Skopje",
        "Раньше: Ohrid",
    )
    assert len(await told(world, anna)) == 3
    await kalina.looks()
    kalina.hears("Има промени: Ohrid", "Цена: 300 € → 320 €", "Промяната е от Boris")
    await li.looks()
    li.hears("Ohrid and Skopje", "原为：Ohrid", "变更人：Boris")
    li.hears_nothing_of("€320")
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    boris.hears(
        "Name: Ohrid and Skopje; before: Ohrid",
        "Documents due by 15 August; before: 1 September",
        "Price €320, deposit €120; before: €300 and €100",
    )


async def test_a_price_below_what_was_paid_holds_for_new_ones_only(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    trip = await a_trip(world)
    paid = await a_deal(world, client="Anna", trip=trip, seats=1, step="payment")
    apart = await a_deal(world, client="Mei", trip=trip, seats=1)
    await with_deal(world, apart, _costs_its_own)
    await boris.says(f"/deals {paid}")
    await boris.taps("💶 Платено")
    await boris.taps("✅")
    await _change(boris, "💶 Цена")
    for wrong, why in (("0", "⚠️"), ("-5", "⚠️"), ("много", "⚠️")):
        await boris.says(wrong)
        boris.hears(why)
    await boris.says("99")
    await boris.says("99,01")
    boris.hears("⚠️", "99 €")
    await boris.says("50")
    boris.hears("1 сделка е сключена", "1 сделка има своя цена")
    await boris.taps("И за досегашните")
    assert f"По № {paid} вече е платено 300 €" in boris.toast.replace("\u00a0", " ")
    await boris.taps("Само за новите")
    await boris.taps("✅")
    boris.hears("99 € на място")
    assert (await _money(world, paid), await _money(world, apart)) == (
        (eur(300), eur(100)),
        (eur(222), eur(100)),
    )

    await _change(boris, "💶 Цена")
    await boris.says("400")
    await boris.taps("Без капаро")
    await boris.taps("✅")
    boris.hears("400 € на място, без")


async def test_a_deadline_fits_between_today_and_the_departure(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, trip=await a_trip(world), step="deposit", travellers=["Anna", "Ivan"])
    await _change(boris, "⏳ Срокове")
    await boris.taps("Капаро")
    for wrong, why in (("30.10.2027", "29 октомври"), ("01.02.2027", "⚠️"), ("31.02.2028", "⚠️")):
        await boris.says(wrong)
        boris.hears(why)
    await boris.says("20.10.2027")
    boris.hears("1 август", "➡️ 20 октомври", "1 клиент")
    await boris.taps("✅")
    await anna.looks()
    anna.hears("Your booking has changed", "The deposit is due by 20 October")


async def test_who_waits_hears_of_another_name_and_old_translations_are_gone(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    mei = await world.person("Mei", "zh")
    await mei.says("/start")
    trip = await a_trip(world)
    await a_trip(world, replace(OHRID, name="Bansko"))
    await a_place_in_line(world, trip, mei)
    deal = await a_deal(world, client="Anna", trip=trip)
    await with_deal(world, deal, _translated)
    await _change(boris, "🏷 Name")
    await boris.taps("Name")
    await boris.says("Bitola")
    boris.hears("Ohrid", "➡️ Bitola")
    await boris.taps("✏️ The trip's name")
    await boris.says("BANSKO")
    boris.hears("There already is")
    await boris.taps("✏️ The trip's name")
    await boris.says("Bitola")
    await boris.taps("✅ Save")
    boris.hears("Bitola 29.10")
    await mei.looks()
    mei.hears("Bitola 29.10", "原为：Ohrid")
    assert "name" not in await _of_trip(world, "translations", trip)
    await _change(boris, "📍 Place", "Bitola")
    await boris.says("Sofia, Serdika")
    await boris.taps("Skip")
    await boris.taps("✅ Save")
    assert not await _of_trip(world, "translations", trip)


async def test_what_to_bring_is_told_and_may_be_taken_away(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Анна", "bg")
    await anna.says("/start")
    deal = await a_deal(world, client=anna, trip=await a_trip(world), step="voucher")
    await with_deal(world, deal, _has_voucher)
    await _change(boris, "🏷 Name")
    await boris.taps("What to bring")
    await boris.says("Boots & a <b>coat</b>")
    boris.hears("➡️ Boots & a <b>coat</b>", "1 client will be told")
    await boris.taps("✅ Save")
    await anna.looks()
    anna.hears("Boots & a <b>coat</b>", "🎫")
    await _change(boris, "🏷 Name")
    await boris.taps("What to bring")
    await boris.taps("Skip")
    await boris.taps("✅ Save")
    await anna.looks()
    anna.hears("🎒 Вече не трябва да носите нищо специално.")


async def _trip_card(manager: Person, name: str = "Ohrid") -> None:
    await manager.says("/trips")
    await manager.taps(name)


async def _change(manager: Person, what: str, name: str = "Ohrid") -> None:
    await _trip_card(manager, name)
    await manager.taps("✏️")
    await manager.taps(what)


async def _money(world: World, number: int) -> Any:
    return await with_deal(world, number, lambda _desk, found: (found.price, found.deposit))


async def _of_trip(world: World, what: str, number: int = 1) -> Any:
    found: Trip = await world.database.read(lambda unit: unit.repositories.trips.get(number))
    return getattr(found, what)


def _costs_its_own(_desk: Desk, deal: Deal) -> None:
    deal.price = eur(222)


def _translated(_desk: Desk, deal: Deal) -> None:
    assert deal.trip is not None
    deal.trip.translate(Language.RUSSIAN, {"name": "Охрид", "place": "София"})


def _has_voucher(desk: Desk, deal: Deal) -> None:
    deal.voucher_sent_at = desk.now
