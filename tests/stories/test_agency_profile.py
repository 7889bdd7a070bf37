"""The owner settles what the agency is called, how it is paid, which languages it offers, and when people are told what."""

from datetime import datetime, timedelta

from bot.flows.settings import account, hours, profile, reason, timing
from domain.entities.deals import Deal
from domain.entities.files import FileState
from domain.entities.interactions import Interaction, Said
from domain.entities.people import Role
from domain.notices.clients import ANSWER
from domain.ports.desk import Desk
from domain.queries.trip_lists import upcoming
from domain.usecases.trips.planning import plan_trip, reschedule
from storage import SqlUnit
from tests.deals import a_deal, a_trip, with_deal
from tests.dialogues import play
from tests.people import Person
from tests.stories.asking import look
from tests.things import OHRID
from tests.world import World

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64
NIGHT = datetime.fromisoformat("2027-03-01T23:30:00+02:00")
MORNING = datetime.fromisoformat("2027-03-02T08:00:00+02:00")


async def settings(person: Person, *labels: str) -> None:
    """Opens a screen of the settings by its buttons."""
    await person.says("/settings")
    for label in labels:
        await person.taps(label)


async def test_the_owner_changes_a_line_and_an_account_as_the_flows_say(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await play(profile.__doc__, olga)
    olga.sees("✏️ Name", "✏️ Licence", "👁 As clients see")
    await olga.taps("✏️ Name")
    await olga.says("x" * 81)
    olga.hears("at most 80 fit")
    await olga.says("Балкан Турс")
    olga.hears("Балкан Турс")
    await olga.taps("✏️ Licence")
    await olga.taps("Skip")
    olga.hears_nothing_of("Licence ")
    await play(account.__doc__, olga)
    await olga.taps("➕ IBAN")
    await olga.says("bg80bnbg96611020345678")
    olga.hears("This account is already there.")


async def test_russian_requisites_are_held_to_their_check_digits(world: World) -> None:
    olga = await world.colleague("Ольга", Role.OWNER, "ru")
    await settings(olga, "🏢 Агентство", "💶 Оплата", "➕ Российский")
    await olga.says("04452522")
    olga.hears("В БИК девять цифр")
    await olga.says("044525225")
    await olga.says("40702810900000000001")
    olga.hears("счёт и БИК не подходят друг к другу")
    await olga.says("40702810200000000001")
    await olga.says("30101810400000000226")
    olga.hears("это не корреспондентский счёт банка")
    await olga.says("3010 1810 4000 0000 0225")
    olga.hears("Счёт: 40702810200000000001", "БИК: 044525225", "Корр. счёт: 30101810400000000225")

    anna = await world.person("Anna", "zh")
    await anna.says("/start")
    trip = await a_trip(world)
    await a_deal(world, client=anna, trip=trip, step="deposit")
    await anna.says("/mytrips")
    anna.hears("40702810200000000001")

    await olga.taps("🏦 …0001")
    await olga.taps("🗑 Убрать")
    olga.hears_nothing_of("40702810200000000001")


async def test_another_currency_says_what_it_changes_and_what_not(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    trip = await a_trip(world)
    await settings(olga, "🏢 Agency", "💶 Payment", "✏️ Currency")
    await olga.taps("RSD")
    olga.hears("Currency: EUR → RSD", "New trips", "keep theirs; nothing is converted")
    await olga.taps("✅ Save")
    olga.hears("Currency of new trips: RSD")
    await olga.taps("◀ Back")
    await olga.taps("🌐 Languages")
    await olga.taps("✏️ Time zone")
    await olga.says("Moscow")
    olga.hears("Time zone: Europe/Sofia → Europe/Moscow", "Each trip keeps its own time zone")
    await olga.taps("✅ Save")
    olga.hears("Time zone: Europe/Moscow")
    [line] = await look(world, lambda desk: upcoming(desk, 1, 0))
    assert (line.trip.id, line.trip.zone, line.trip.price.currency) == (trip, "Europe/Sofia", "EUR")
    await settings(olga, "⋯ More", "🕘 History")
    olga.hears("Time zone: Europe/Sofia → Europe/Moscow", "Currency: EUR → RSD")


async def test_a_language_that_is_offered_no_more_is_spoken_on_by_whom_it_was_chosen(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    mei = await world.person("Mei", "zh")
    await mei.says("/start")
    await settings(olga, "🏢 Agency", "🌐 Languages")
    for name in ("✓ 中文", "✓ Русский", "✓ Български"):
        await olga.taps(name)
    await olga.taps("✓ English")
    assert "At least one language is needed" in olga.toast
    olga.sees("✓ English", "中文")

    await mei.says("/language")
    mei.hears("您想用哪种语言？")
    mei.sees("English", "✓ 中文")
    mei.sees_no("Русский")
    new = await world.person("Новак", "ru")
    await new.says("/start")
    new.hears("Tourdesk")
    await new.says("/language")
    new.hears("Which language would you like?")
    new.sees_no("Русский", "中文")


async def test_two_owners_at_once_do_not_overwrite_each_other(world: World) -> None:
    olga, nina = [await world.colleague(name, Role.OWNER) for name in ("Olga", "Nina")]
    for one in (olga, nina):
        await settings(one, "🏢 Agency", "✏️ Name")
    await olga.says("Balkan")
    olga.hears("Balkan")
    await nina.says("Rila")
    nina.hears("Somebody has just changed this")
    await settings(nina, "🏢 Agency")
    nina.hears("Balkan")
    await nina.taps("✏️ Name")
    await nina.says("Rila")
    nina.hears("Rila")


async def test_a_logo_is_fetched_shown_and_taken_away(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await settings(olga, "🏢 Agency", "👁 As clients see", "🖼 Logo")
    await olga.says("here it is")
    olga.hears("Please send a photo, or a JPEG or PNG file.")
    await olga.sends(("logo.png", "image/png", PNG))
    olga.hears("Logo saved")
    kept = await look(world, lambda desk: desk.repositories.files.get(desk.agency.profile.logo or 0))
    assert (kept.state, kept.name) == (FileState.STORED, "logo.png")
    olga.sees("🖼 New logo")
    await olga.taps("👁 Show the logo")
    olga.hears("[logo.png]")
    await olga.taps("🗑 Without a logo")
    olga.sees("🖼 Logo")
    olga.sees_no("👁 Show the logo")


async def test_office_hours_quiet_hours_and_timing_as_the_flows_say(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    await play(hours.__doc__, olga)
    olga.hears("🕒 Mon–Fri: 09:00–18:00", "🕒 Sat: 10:00–14:00", "🕒 Sun: closed")
    await play(timing.__doc__, olga)
    number = await world.database.run(lambda unit: plan_trip(world.desk(unit), OHRID).id)
    trip = await look(world, lambda desk: desk.repositories.trips.get(number))
    assert trip.departs_at - trip.reminder_at == timedelta(days=2)


async def test_a_colleague_reads_the_hours_and_changes_their_own(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    ivan = await world.colleague("Иван", Role.GUIDE, "ru")
    await settings(ivan)
    ivan.hears("Вы работаете:", "Пн–Пт: 09:00–18:00")
    ivan.sees_no("🏢 Агентство", "✉️ Тексты", "🕘 История", "✏️ График офиса", "🤫 Тихие часы", "⏳ Сроки")
    await ivan.taps("✏️ Мой график")
    await ivan.taps("Пн–Пт")
    await ivan.taps("Не работаю")
    ivan.hears("Вы работаете:", "Пн–Вс: закрыто")
    await ivan.taps("✏️ Мой график")
    await ivan.taps("Сб")
    await ivan.taps("Работаю")
    await ivan.says("8")
    await ivan.says("07:00")
    ivan.hears("Конец должен быть позже начала")
    await ivan.says("12:00")
    ivan.hears("Вы работаете:", "Сб: 08:00–12:00")
    await olga.says("/settings")
    await olga.taps("🕒 Hours")
    olga.hears("You work:", "🕒 Mon–Fri: 09:00–18:00")


async def test_clients_hear_nothing_in_quiet_hours_but_what_cannot_wait(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna", "bg")
    await anna.says("/start")
    await settings(olga, "🕒 Hours", "🤫 Quiet hours")
    await olga.says("20:00")
    await olga.says("19:00")
    olga.hears("Quiet hours can last 16 hours at most")
    await olga.says("08:00")
    olga.hears("🤫 No messages to clients: 20:00–08:00")

    trip = await a_trip(world)
    deal = await a_deal(world, client=anna, trip=trip, responsible=boris, step="voucher")
    await world.turn(NIGHT)
    await with_deal(world, deal, answer_at_night)
    await world.settle()
    await anna.looks()
    anna.hears_nothing_of("Yes, of course")
    await world.turn(MORNING - timedelta(minutes=1))
    await anna.looks()
    anna.hears_nothing_of("Yes, of course")
    await world.turn(MORNING)
    await anna.looks()
    anna.hears("Yes, of course")

    eve = datetime.fromisoformat("2027-10-28T22:00:00+03:00")
    await world.turn(eve)
    await anna.looks()
    anna.hears("Ohrid")
    await boris.says("/settings")
    await world.database.run(lambda unit: later_departure(world, unit, trip))
    await world.settle()
    await anna.looks()
    anna.hears("07:30")  # it leaves in the morning: that cannot wait


def answer_at_night(desk: Desk, deal: Deal) -> None:
    said = Interaction(deal.client, Said.ANSWER, "Yes, of course", desk.now, deal=deal)
    desk.repositories.interactions.add(said)
    desk.repositories.flush()
    desk.notify(deal.client.person, ANSWER, str(said.id), interaction=said.id)


def later_departure(world: World, unit: SqlUnit, trip: int) -> None:
    reschedule(world.desk(unit), trip, OHRID.departs + timedelta(hours=1))


async def test_a_reason_of_ones_own_is_offered_read_in_other_languages_and_retired(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Борис", Role.MANAGER, "ru")
    deal = await a_deal(world, responsible=boris)
    await play(reason.__doc__, olga)
    await boris.says(f"/deals {deal}")
    await boris.taps("⋯ Ещё")
    await boris.taps("✖ Закрыть сделку")
    await boris.taps("Хотели другой отель")
    await boris.taps("✖ Закрыть сделку")
    boris.hears("Хотели другой отель")

    await settings(olga, "✉️ Texts", "✖ Reasons")
    olga.sees_no("➕ Add a reason")  # six are offered
    await olga.taps("Wanted another hotel")
    await olga.taps("🗑 Stop offering")
    olga.hears("No longer offered: Wanted another hotel")
    await olga.says(f"/deals {deal}")
    olga.hears("Why: Wanted another hotel")
    await olga.taps("⋯ More")
    await olga.taps("🕘 History")
    olga.hears("Why: Wanted another hotel")

    await settings(olga, "⋯ More", "🕘 History")
    olga.hears("Reason no longer offered: Wanted another hotel")

    other = await a_deal(world, responsible=boris)
    await boris.says(f"/deals {other}")
    await boris.taps("⋯ Ещё")
    await boris.taps("✖ Закрыть сделку")
    boris.sees_no("Хотели другой отель")
    await boris.taps("✖ Отмена")

    await settings(olga, "✉️ Texts", "✖ Reasons", "♻️ Offer one again", "Wanted another hotel")
    olga.sees("Wanted another hotel")
